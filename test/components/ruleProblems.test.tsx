import { expect, test } from 'vitest';
import { RuleProblemsBanner } from '#app/components/rule/RuleProblemsBanner.tsx';
import { RuleProblemsPage } from '#app/components/rule/RuleProblemsPage.tsx';
import { htmlOf } from './render.tsx';

const row = { file: 'limits/posting.json', message: '問題の説明', staying: null };

test('a problem of a whole file names no line, one within it does', () => {
  const shown = (line: number, column: number) =>
    htmlOf(<RuleProblemsPage rows={[{ ...row, line, column }]} demo={false} />);
  expect(shown(0, 0)).toContain('>ファイル全体</td>');
  expect(shown(0, 0)).not.toMatch(/\d行\d+文字目/);
  expect(shown(12, 7)).toContain('>12行7文字目</td>');
});

test('the notice of broken rule files is not printed with a page about something else', () => {
  expect(htmlOf(<RuleProblemsBanner files={1} mends />)).toMatch(/^<div class="not-printed">/);
});
