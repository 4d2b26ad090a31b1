import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRuleFile } from '#rules/load.ts';
import { rulesDirectory } from './support.ts';

const original = await readFile(path.join(rulesDirectory, 'eligibility/visit-required.json'), 'utf8');

/** What is reported about the shipped file after one slip; `mark` is the text the place must point at. */
const reported = async (text: string): Promise<{ at: string; message: string }[]> => {
  const loaded = await loadRuleFile('eligibility/visit-required.json', new TextEncoder().encode(text));
  if (loaded.ok) return [];
  const lines = text.split('\n');
  return loaded.problems.map(({ line, column, message }) => ({
    at: lines[line - 1]?.slice(column - 1) ?? '',
    message,
  }));
};

const slip = (from: string, to: string): string => {
  if (!original.includes(from)) throw new Error(`the file does not say ${from}`);
  return original.replace(from, to);
};

test('the file as it is shipped has no problem', async () => {
  expect(await reported(original)).toEqual([]);
});

describe('each slip is reported once, at its place, in a sentence', () => {
  test.each<[string, string, string, string]>([
    [
      'a forgotten comma',
      slip('"formatVersion": 1,', '"formatVersion": 1'),
      '"id"',
      '前の項目との間に「,」が必要です。',
    ],
    [
      'a comment',
      slip('"formatVersion": 1,', '"formatVersion": 1, // the first'),
      '// the first',
      'コメントは書けません。',
    ],
    [
      'a name written twice',
      slip('"version": "1.0.0",', '"version": "1.0.0", "version": "1.0.1",'),
      '"version": "1.0.1"',
      '「version」が2回書かれています。1つにしてください。',
    ],
    [
      'a version that is not one',
      slip('"version": "1.0.0"', '"version": "1.0"'),
      '"1.0"',
      '「版」は数字3つの版番号(例: 1.0.0)で書いてください。いまは "1.0" です。',
    ],
    [
      'a missing owner',
      slip('"owner": "ハローワーク架空野 求人部門",', ''),
      '{',
      '「判定ファイル」に「所管」(owner)がありません。1文字以上120文字以内の文で書いてください。',
    ],
    [
      'a priority',
      slip('"id": "VR1",', '"id": "VR1", "priority": 5,'),
      '"priority"',
      '「規則」に「priority」という項目は書けません。',
    ],
    [
      'a path in a comparison',
      slip('"fact": "posting.via",', '"fact": "posting.via", "path": "$.x",'),
      '"path"',
      '「比較」に「path」という項目は書けません。',
    ],
    [
      'a date that does not exist',
      slip('"from": "2020-01-01"', '"from": "2020-02-30"'),
      '"2020-02-30"',
      '「適用開始日」は実在する日付(例: 2026-11-24)で書いてください。いまは "2020-02-30" です。',
    ],
    [
      'a misspelt operator',
      slip('"operator": "notEqual"', '"operator": "notEquals"'),
      '"notEquals"',
      'もしかして「notEqual」ですか。',
    ],
    [
      'an empty any, which json-rules-engine takes for true',
      slip(
        '"all": [{ "fact": "posting.contract", "operator": "in", "value": ["dispatch", "contracting"] }]',
        '"any": []',
      ),
      '[]',
      '「any(どれか)」は1つ以上の条件を並べた [ ]で書いてください。いまは [] です。',
    ],
    [
      'a misspelt fact',
      slip('"fact": "history.lastTrialOn"', '"fact": "history.lastTrailOn"'),
      '"history.lastTrailOn"',
      '事実「history.lastTrailOn」は登録されていません。もしかして「history.lastTrialOn」ですか。',
    ],
    [
      'a fact of another type',
      slip('"posting.via": "enum"', '"posting.via": "date"'),
      '"date"',
      '「申込みの方法」(posting.via)の型は enum です。いまは date です。',
    ],
    [
      'a value the fact never has',
      slip('"value": "mypage"', '"value": "mypages"'),
      '"mypages"',
      '「申込みの方法」と比べる値はmypage・counterのどれかで書いてください。いまは "mypages" です。もしかして「mypage」ですか。',
    ],
    [
      'an operator for another type',
      slip('"operator": "dateBefore"', '"operator": "lessThan"'),
      '"lessThan"',
      'では比べられません。書けるのは equal・notEqual・dateBefore・dateOnOrBefore・dateAfter・dateOnOrAfter です。',
    ],
    [
      'null where a fact always has a value',
      slip('"value": "mypage"', '"value": null'),
      'null',
      '「申込みの方法」は空になることがないため、null とは比べられません。',
    ],
    [
      'a parameter that is not there',
      slip('"fact": "param.countFrom"', '"fact": "param.countForm"'),
      '',
      '数値「countForm」が parameters にありません。もしかして「countFrom」ですか。',
    ],
    [
      'a parameter that is no period',
      slip('"parameter": "gapYears" }', '"parameter": "countFrom" }'),
      '',
      '「申込みを数え始める日」は期間ではありません。',
    ],
    [
      'a figure out of its bounds',
      slip('"value": 14,', '"value": 61,'),
      '61',
      '「来庁の期限」は 1 から 60 までで書いてください。いまは 61 です。',
    ],
    [
      'a shared condition that is not there',
      slip('"condition": "disabilityTrial"', '"condition": "disabilityTrail"'),
      '"disabilityTrail"',
      '共通の条件「disabilityTrail」がありません。もしかして「disabilityTrial」ですか。',
    ],
    [
      'a source that is not there',
      slip('"source": "officeDemand"', '"source": "officeDemands"'),
      '"officeDemands"',
      '根拠「officeDemands」が sources にありません。もしかして「officeDemand」ですか。',
    ],
    [
      'a rule id used twice',
      slip('"id": "VR2"', '"id": "VR1"'),
      '"VR1"',
      '規則の識別名「VR1」が2回使われています。',
    ],
    [
      'a hole nothing fills',
      slip('{{history.lastAppliedOn}}', '{{history.lastApplied}}'),
      '',
      '伝える文の {{history.lastApplied}} に入れる値がありません。もしかして「history.lastAppliedOn」ですか。',
    ],
    [
      'a severity where outcomes have none',
      slip('"id": "VR1",', '"id": "VR1", "severity": "error",'),
      '{',
      '規則 VR1 の重さ(severity)は、結論の決め方が severity のときだけ書けます。',
    ],
  ])('%s', async (_, text, at, message) => {
    const problems = await reported(text);
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
    expect(problems.some((problem) => problem.at.startsWith(at))).toBe(true);
  });

  test('an example that expects something else says what came out', async () => {
    const [problem] = await reported(slip('"outcome": "visit-not-required"', '"outcome": "not-applicable"'));
    expect(problem?.message).toContain('結論は not-applicable のはずが visit-not-required でした。');
  });

  test('a changed figure is caught by the examples', async () => {
    const messages = (await reported(slip('"value": 14,', '"value": 15,'))).map(({ message }) => message);
    expect(messages).toContain(
      '例「オンラインで開設し、マイページから初めて申し込む」(firstThroughMypage): 期限日は 2026-12-08 のはずが 2026-12-09 でした。',
    );
  });

  test('a rule without any example is not accepted', async () => {
    const messages = (
      await reported(original.replaceAll('"rules": ["VR7"]', '"rules": []').replaceAll(', "VR7"]', ']'))
    ).map(({ message }) => message);
    expect(messages).toContain('規則 VR7 が当たる例が1つもありません。examples に加えてください。');
  });
});
