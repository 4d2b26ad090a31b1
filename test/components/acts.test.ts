import { expect, test } from 'vitest';
import { actWords } from '#app/text/acts.ts';
import { errorPageText } from '#app/text/errorPages.ts';
import { sourcesUnder } from '#test/architecture/support/sources.ts';

const at = '11/24(火) 14:05';
const known = (action: string) => actWords(action) ?? null;

test('everything that the audit log records has its words', () => {
  const recorded = sourcesUnder('app/procedures').flatMap(
    ({ text }) => /^ {2}audit: '([^']+)'/m.exec(text)?.[1] ?? [],
  );
  expect(recorded).toContain('posting.accepted');
  expect(recorded.filter((action) => actWords(action) === undefined)).toEqual([]);
});

test('who was first is named with what they did', () => {
  expect(errorPageText.decidedBy(at, '確認 太郎（見本）', known('posting.accepted'), 'staff')).toBe(
    '11/24(火) 14:05 に、確認 太郎（見本） さんが求人を受理しました。',
  );
});

test('an employer has no name at the counter, and another window of their own on their pages', () => {
  expect(errorPageText.decidedBy(at, '', known('posting.resent'), 'staff')).toBe(
    '11/24(火) 14:05 に、求人者が求人を直して再送信しました。',
  );
  expect(errorPageText.decidedBy(at, '', known('posting.stepSaved'), 'mypage')).toBe(
    '11/24(火) 14:05 に、ほかの画面で求人の入力を保存しました。',
  );
});

test.each(['', 'posting.unheardOf', 'constructor'])('nothing is said of the unknown act %j', (action) => {
  expect(errorPageText.decidedBy(at, '', known(action), 'staff')).toBeNull();
});
