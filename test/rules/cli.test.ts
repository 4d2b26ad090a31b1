import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from '#rules/commands.ts';
import {
  ordinary,
  ruleDirectory,
  rulesDirectory,
  runRules,
  shippedCatalogue,
  soundPosting,
} from './support.ts';

const visit = 'eligibility/visit-required';

/** Runs a command in this process; what would be printed is text, as the process prints it. */
const run = async (args: readonly string[], input = '') => {
  const { exitCode, stdout, stderr = [] } = await runCommand(args, async () => input);
  return {
    exitCode,
    stdout: stdout === undefined ? '' : JSON.stringify(stdout),
    stderr: stderr.map((line) => `${line}\n`).join(''),
  };
};

describe('the command as a process of its own', { timeout: 60_000 }, () => {
  test('reads stdin, prints JSON on stdout and lines on stderr, and ends with 0', async () => {
    const ran = await runRules(['decide', visit], JSON.stringify(ordinary));
    expect({ exitCode: ran.exitCode, stderr: ran.stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(JSON.parse(ran.stdout)).toEqual(await (await shippedCatalogue()).decide(visit, ordinary));
  });

  test('ends with 1 and the place of the problem', async () => {
    const directory = await ruleDirectory({ 'draft.json': '{"id": }' });
    const ran = await runRules(['check', path.join(directory, 'draft.json')]);
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toContain('draft.json:1:8: 値が必要です。\n');
    expect(JSON.parse(ran.stdout)).toMatchObject({ ok: false, problems: [{ line: 1, column: 8 }] });
  });
});

describe('rules check', () => {
  test('finds the shipped rule sets in order and runs their examples', async () => {
    const { exitCode, stdout, stderr } = await run(['check']);
    expect(exitCode).toBe(0);
    const summary: unknown = JSON.parse(stdout);
    expect(summary).toMatchObject({
      ok: true,
      problems: [],
      ruleSets: [
        { id: 'acceptance/posting' },
        { id: 'access/mypage-features', rules: 4 },
        { id: 'eligibility/image-upload', rules: 3 },
        { id: visit, rules: 7 },
        { id: 'limits/account', rules: 0 },
        { id: 'limits/assist', rules: 0 },
        { id: 'limits/deadlines', rules: 0 },
        { id: 'limits/posting', rules: 0 },
        { id: 'limits/restriction', rules: 0 },
        { id: 'limits/retention', rules: 0 },
        { id: 'limits/seeker-search', rules: 0 },
        { id: 'notice/missing-result', rules: 1 },
        { id: 'restriction/overdue-results', rules: 1 },
        { id: 'retention/account', rules: 2 },
        { id: 'retention/message', rules: 1 },
      ],
    });
    expect(stderr).toContain('eligibility/visit-required 1.0.0: 規則7件');
    expect(stderr).toContain('すべて正しく読み取れました。');
  });

  test('fails with the place of each problem', async () => {
    const text = await readFile(path.join(rulesDirectory, 'limits/posting.json'), 'utf8');
    const directory = await ruleDirectory({
      'limits/posting.json': text.replace('"value": 2', '"value": 13'),
    });
    const { exitCode, stdout, stderr } = await run(['check', directory]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /^limits\/posting\.json:\d+:\d+: 「求人の有効期間.*」は 1 から 12 までで書いてください。いまは 13 です。$/m,
    );
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, problems: [{ file: 'limits/posting.json' }] });
  });
});

describe('rules check of one file', () => {
  test('names the beginning of a file that is wrong as a whole, so that editors can open it', async () => {
    const directory = await ruleDirectory({ 'draft.json': ' '.repeat(512 * 1024 + 1) });
    const file = path.join(directory, 'draft.json');
    const { stderr } = await run(['check', file]);
    expect(stderr).toContain(`${file}:1:1: ファイルが大きすぎます。`);
  });

  test('takes a draft, wherever it lies and whatever it is called', async () => {
    const text = await readFile(path.join(rulesDirectory, 'limits/posting.json'), 'utf8');
    const directory = await ruleDirectory({ 'draft.json': text });
    const { exitCode, stdout } = await run(['check', path.join(directory, 'draft.json')]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, ruleSets: [{ id: 'limits/posting' }] });
  });

  test.each([
    ['a folder without rule files', [], '規則ファイルが1つもありません。'],
    ['a device', ['/dev/zero'], 'ファイルではないため読み取りません。'],
    ['nothing', ['/no/such/place'], 'no such file'],
  ])('refuses %s', async (_, target, message) => {
    const { exitCode, stderr } = await run([
      'check',
      ...(target.length > 0 ? target : [await ruleDirectory({})]),
    ]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(message);
  });
});

describe('rules decide', () => {
  test('judges one situation from stdin as the app does', async () => {
    const { exitCode, stdout, stderr } = await run(['decide', visit], JSON.stringify(ordinary));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual(await (await shippedCatalogue()).decide(visit, ordinary));
  });

  test('judges many from a file, in their order', async () => {
    const situations = [ordinary, { ...ordinary, officeDemand: true }, { ...ordinary, history: [] }];
    const directory = await ruleDirectory({ 'situations.json': JSON.stringify(situations) });
    const { exitCode, stdout } = await run(['decide', visit, path.join(directory, 'situations.json')]);
    expect(exitCode).toBe(0);
    const verdicts = JSON.parse(stdout) as { outcome: string }[];
    expect(verdicts.map(({ outcome }) => outcome)).toEqual([
      'visit-not-required',
      'visit-required',
      'visit-required',
    ]);
  });

  test('judges the fields of a posting', async () => {
    const situations = [
      { asOf: '2026-06-01', posting: soundPosting },
      { asOf: '2026-06-01', ...soundPosting },
    ];
    const { exitCode, stdout } = await run(['decide', 'acceptance/posting', '-'], JSON.stringify(situations));
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { outcome: 'acceptable', reasons: [] },
      { outcome: 'acceptable', reasons: [] },
    ]);
  });

  test.each<[string, string[], string, string]>([
    [
      'a wrong value',
      [visit],
      JSON.stringify({ ...ordinary, posting: { ...ordinary.posting, via: 'fax' } }),
      'posting.via: must be one of mypage, counter (read: "fax")\n',
    ],
    [
      'a wrong situation among right ones',
      [visit],
      JSON.stringify([ordinary, { ...ordinary, asOf: 'today' }]),
      '[1].asOf: must be an existing date YYYY-MM-DD (read: "today")\n',
    ],
    ['broken JSON', [visit], '{"asOf": }', 'situation:1:10: 値が必要です。\n'],
    [
      'a name written twice',
      [visit],
      '{"asOf": 1,\n "asOf": 2}',
      'situation:2:2: 「asOf」が2回書かれています。',
    ],
    ['nothing at all', [visit], '', 'situation:1:1: '],
    [
      'an unknown rule set',
      ['eligibility/visit'],
      '{}',
      'no rule set "eligibility/visit" that judges situations',
    ],
    [
      'a rule set of parameters only',
      ['limits/account'],
      '{}',
      'no rule set "limits/account" that judges situations',
    ],
    ['a file that is not there', [visit, 'no-such-file.json'], '', 'no such file'],
  ])('refuses %s with nothing on stdout', async (_, args, input, message) => {
    const { exitCode, stdout, stderr } = await run(['decide', ...args], input);
    expect(stderr).toContain(message);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  });
});

test('an unknown command shows what there is', async () => {
  const { exitCode, stdout, stderr } = await run(['improve']);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toContain('npm run -s rules -- decide <rule-set> [file|-]');
});
