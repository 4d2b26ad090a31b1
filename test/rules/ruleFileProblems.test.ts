import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRuleFile } from '#rules/load.ts';
import { meaningProblems } from '#rules/meaning/index.ts';
import type { Comparison, RuleSetFile } from '#rules/ruleset.ts';
import type { SituationKind } from '#rules/situation.ts';
import { rulesDirectory } from './support.ts';

const original = await readFile(path.join(rulesDirectory, 'eligibility/visit-required.json'), 'utf8');

const load = (bytes: Uint8Array) => loadRuleFile('eligibility/visit-required.json', bytes);

/** What is reported about the shipped file after one slip; `at` is the text the place points at. */
const reported = async (text: string): Promise<{ at: string; message: string }[]> => {
  const loaded = await load(new TextEncoder().encode(text));
  if (loaded.ok) return [];
  const lines = text.split(/\r\n|\r|\n/);
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
      'a hole written in a way there is none of',
      slip('{{param.gapYears}}', '{{param.gapYears|hour}}'),
      '',
      '伝える文の {{param.gapYears|hour}} の書き方がありません。もしかして「hours」ですか。',
    ],
    [
      'a hole of years written as minutes are',
      slip('{{param.gapYears}}', '{{param.gapYears|hours}}'),
      '',
      '伝える文の {{param.gapYears|hours}} は分の数値ではありません。',
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

describe('bytes that are no text in UTF-8', () => {
  const problemsOf = async (bytes: Uint8Array) => {
    const loaded = await load(bytes);
    return loaded.ok ? [] : loaded.problems.map(({ line, column, message }) => ({ line, column, message }));
  };
  const utf8 = new TextEncoder().encode(original);
  const withByte = (at: string, byte: number): Uint8Array => {
    const bytes = Uint8Array.from(utf8);
    bytes[Buffer.from(original).indexOf(at)] = byte;
    return bytes;
  };

  test('a byte order mark is no problem, and does not move the columns', async () => {
    expect((await load(Buffer.from(`\ufeff${original}`))).ok).toBe(true);
    expect(await problemsOf(Buffer.from('\ufeff{"id": /**/ 1}'))).toMatchObject([{ line: 1, column: 8 }]);
  });

  test('UTF-16 is told by its mark, and without one by its NUL', async () => {
    expect(await problemsOf(Buffer.from(`\ufeff${original}`, 'utf16le'))).toEqual([
      { line: 0, column: 0, message: '文字コードが UTF-16 です。UTF-8 で保存し直してください。' },
    ]);
    expect(await problemsOf(Buffer.from('{"id": 1}', 'utf16le'))).toEqual([
      {
        line: 1,
        column: 2,
        message: 'NUL 文字があります。文字コード UTF-8 のテキストとして保存し直してください。',
      },
    ]);
  });

  test('the first byte that is not UTF-8 is told by its place', async () => {
    const line = original.slice(0, original.indexOf('"title"')).split('\n').length;
    expect(await problemsOf(withByte('"title"', 0x82))).toEqual([
      {
        line,
        column: 3,
        message: 'ここから UTF-8 として読み取れません。Shift_JIS などではなく UTF-8 で保存し直してください。',
      },
    ]);
  });

  test('a character cut off at the end is told, too', async () => {
    expect(await problemsOf(Buffer.from('"あ').subarray(0, 3))).toMatchObject([{ line: 1 }]);
  });
});

describe('places', () => {
  const slipped = slip('"operator": "notEqual"', '"operator": "notEquals"');
  test.each([
    ['Windows', '\r\n'],
    ['an old Macintosh', '\r'],
  ])('are those the editor shows, with the line ends of %s', async (_, end) => {
    const [ours] = await reported(slipped);
    const [theirs] = await reported(slipped.replaceAll('\n', end));
    expect(theirs).toEqual(ours);
    expect(theirs?.at).toMatch(/^"notEquals"/);
  });

  test('are found in one very long line', async () => {
    const text = JSON.stringify(JSON.parse(slipped));
    const loaded = await load(new TextEncoder().encode(text));
    expect(loaded).toMatchObject({
      ok: false,
      problems: [{ line: 1, column: text.indexOf('"notEquals"') + 1 }],
    });
  });
});

describe('characters nobody sees', () => {
  test.each([
    ['that turns the text round', '\u202e', 'U+202E'],
    ['that turns the text round, written as an escape', '\\u202e', 'U+202E'],
    ['of no width', '\u200b', 'U+200B'],
    ['that is half of one', '\\ud800', 'U+D800'],
    ['that rings a bell', '\\u0007', 'U+0007'],
  ])('one %s', async (_, hidden, code) => {
    expect(await reported(slip('"owner": "', `"owner": "${hidden}`))).toEqual([
      {
        at: expect.stringMatching(/^"/),
        message: `目に見えない文字(${code})が入っています。消してください。`,
      },
    ]);
  });

  test('line breaks, kanji with variants and emoji are ordinary', async () => {
    expect(await reported(slip('"summary": "', '"summary": "葛󠄀城\\n👍'))).toEqual([]);
  });

  test('they are never repeated in a message', async () => {
    const [problem] = await reported(slip('"id": "VR1",', '"id": "VR1", "id\u202e": 1, "id\u202e": 2,'));
    expect(problem?.message).not.toContain('\u202e');
  });
});

describe('what a rule closes', () => {
  type Json = { [name: string]: unknown };

  /** The visit rules as if they closed features: every rule closes images. */
  const denying = (change: (rules: Json[], file: Json) => void): string => {
    const file = JSON.parse(original) as Json & { rules: Json[]; examples: { expect: Json }[] };
    file.outcome = {
      policy: 'deny',
      whenClosed: 'closed',
      whenDenied: 'limited',
      whenNone: 'open',
      whenNotApplicable: 'not-applicable',
    };
    for (const rule of file.rules) rule.deny = ['images'];
    for (const { expect: expected } of file.examples) {
      delete expected.dueDate;
      const fires = (expected.rules as string[]).length > 0;
      if (expected.outcome !== 'not-applicable') expected.outcome = fires ? 'limited' : 'open';
      expected.deny = fires ? ['images'] : [];
    }
    delete (file.parameters as Json).visitWithinDays;
    change(file.rules, file);
    return JSON.stringify(file, null, 2).replaceAll('{{param.visitWithinDays}}', '14');
  };
  const slipInFirst = (rule: Json) => denying(([first = {}]) => Object.assign(first, rule));

  test('the file without a slip has no problem', async () => {
    expect(await reported(denying(() => {}))).toEqual([]);
  });

  test.each<[string, string, string, string]>([
    [
      'a rule that closes nothing',
      denying(([first = {}]) => delete first.deny),
      '{',
      '規則 VR1 に閉じる機能(deny)がありません。',
    ],
    [
      'closing where the outcome is not about it',
      slip('"id": "VR1",', '"id": "VR1", "deny": ["images"],'),
      '{',
      '規則 VR1 の閉じる機能(deny・closes)は、結論の決め方が deny のときだけ書けます。',
    ],
    [
      'closing everything where the outcome is not about it',
      slip('"id": "VR1",', '"id": "VR1", "closes": true,'),
      '{',
      '規則 VR1 の閉じる機能(deny・closes)は、結論の決め方が deny のときだけ書けます。',
    ],
    [
      'an empty list',
      slipInFirst({ deny: [] }),
      '[]',
      '「閉じる機能」は機能の名前を並べた [ ]で書いてください。',
    ],
    [
      'a misspelt feature',
      slipInFirst({ deny: ['image'] }),
      '"image"',
      '「機能」はposting-apply・posting-change・posting-stop・establishment-change・images・applicants・message-send・seeker-search・withdrawのどれかで書いてください。いまは "image" です。もしかして「images」ですか。',
    ],
    [
      'a feature written twice',
      slipInFirst({ deny: ['images', 'images'] }),
      '[',
      '「閉じる機能」に "images" が2回書かれています。1つにしてください。',
    ],
    [
      'false for closing everything',
      slipInFirst({ closes: false }),
      'false',
      '「マイページ全体を閉じる」はtrueで書いてください。いまは false です。',
    ],
    [
      'an outcome without its word for closed',
      denying((_, file) => delete (file.outcome as Json).whenClosed),
      '{',
      '「結論の決め方」に「マイページ全体が閉じるときの結論」(whenClosed)がありません。',
    ],
    [
      'an example that expects other features',
      denying((_, file) => {
        const examples = file.examples as { expect: Json }[];
        for (const { expect: expected } of examples.slice(0, 1)) expected.deny = ['images', 'withdraw'];
      }),
      '{',
      '閉じる機能は images・withdraw のはずが images でした。',
    ],
  ])('%s', async (_, text, at, message) => {
    const problems = await reported(text);
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
    expect(problems.some((problem) => problem.at.startsWith(at))).toBe(true);
  });
});

describe('lists of days', () => {
  const kind: SituationKind = {
    facts: new Map([
      ['referrals.openOn', { type: 'dateList', label: '結果が未登録の紹介日', origin: 'referral' }],
      ['referrals.lastOn', { type: 'date', label: '直近の紹介日', origin: 'referral' }],
    ]),
    hasCalendar: false,
    read: () => {
      throw new Error('no situation is read here');
    },
  };
  const counting = { fact: 'referrals.openOn', parameter: 'waiting' };
  const source = 'leaflet';
  const bounds = { type: 'integer', min: 1, max: 100, source } as const;

  /** Everything that is wrong with a file of one rule with this comparison. */
  const problemsOf = (comparison: Partial<Comparison>): string[] => {
    const leaf: Comparison = {
      fact: 'dates.countBefore',
      params: counting,
      operator: 'greaterThan',
      value: { fact: 'param.most' },
      ...comparison,
    };
    const file: RuleSetFile = {
      formatVersion: 1,
      id: 'restriction/sample',
      version: '1.0.0',
      title: '見本',
      summary: '見本',
      owner: '見本',
      effective: { from: '2020-01-01', to: null },
      sources: [{ id: source, document: '見本', quote: '見本' }],
      parameters: {
        waiting: { ...bounds, label: '待つ期間', value: 3, unit: 'weeks' },
        most: { ...bounds, label: '件数', value: 50, unit: 'items' },
      },
      facts: { 'referrals.openOn': 'dateList' },
      sharedConditions: {},
      outcome: { policy: 'any', whenAny: 'restrict', whenNone: 'keep' },
      rules: [{ id: 'R1', title: '見本', source, conditions: { all: [leaf] }, message: '見本' }],
      examples: [{ id: 'a', title: '見本', situation: {}, expect: { outcome: 'restrict', rules: ['R1'] } }],
    };
    return meaningProblems(file, kind).map(
      ({ path, message }) => `${path.slice(path.indexOf('all') + 2).join('.')}: ${message}`,
    );
  };

  test('counted up to a period are right', () => {
    expect(problemsOf({})).toEqual([]);
  });

  test.each<[string, Partial<Comparison>, string]>([
    [
      'nothing said about what to count',
      { params: undefined },
      ': dates.countBefore には、数える日付の並び(fact)と、さかのぼる期間(parameter)を params に書いてください。',
    ],
    [
      'a list nobody knows',
      { params: { ...counting, fact: 'referrals.openAt' } },
      'params.fact: 事実「referrals.openAt」は登録されていません。もしかして「referrals.openOn」ですか。書けるのは referrals.openOn・referrals.lastOn・dates.countBefore です。',
    ],
    [
      'a single day to count',
      { params: { ...counting, fact: 'referrals.lastOn' } },
      'params.fact: 「直近の紹介日」(referrals.lastOn)は日付の並びではないため、数えられません。',
    ],
    [
      'a figure that is no period',
      { params: { ...counting, parameter: 'most' } },
      'params.parameter: 「件数」は期間ではありません。単位が days・weeks・months・years の数値を書いてください。',
    ],
    [
      'a period that is not there',
      { params: { ...counting, parameter: 'wait' } },
      'params.parameter: 数値「wait」が parameters にありません。',
    ],
    [
      'a list compared as it is',
      { fact: 'referrals.openOn', params: undefined, operator: 'equal', value: 3 },
      'fact: 「結果が未登録の紹介日」(referrals.openOn)は日付の並びです。dates.countBefore で数えてください。',
    ],
    [
      'counting in another fact',
      { fact: 'referrals.openOn' },
      'params: params は dates.countBefore にだけ書けます。referrals.openOn からは消してください。',
    ],
    [
      'a count compared as a day',
      { operator: 'dateBefore', value: '2026-11-24' },
      'operator: 「期間が過ぎた件数」は dateBefore では比べられません。書けるのは equal・notEqual・lessThan',
    ],
    [
      'a count compared with a word',
      { value: 'many' },
      'value: 「期間が過ぎた件数」と比べる値は整数で書いてください。いまは "many" です。',
    ],
  ])('%s', (_, comparison, message) => {
    expect(problemsOf(comparison).join('\n')).toContain(message);
  });
});

test('a list that may be empty of a value is refused at its name: it cannot be judged', async () => {
  const nullableKinds: SituationKind = {
    hasCalendar: true,
    facts: new Map([
      [
        'posting.kinds',
        {
          type: 'enumList',
          label: '求人区分',
          choices: { general_full: '一般（フルタイム）' },
          whenNull: '未入力',
          origin: 'posting.kinds',
        },
      ],
    ]),
    read: () => {
      throw new Error('Nothing is judged here.');
    },
  };
  const file: RuleSetFile = JSON.parse(original);
  const about = meaningProblems(file, nullableKinds).filter(({ message }) =>
    message.includes('空のことがある並び'),
  );
  expect(about).toEqual([
    {
      path: ['facts'],
      name: 'posting.kinds',
      message:
        '「求人区分」(posting.kinds)は空のことがある並びのため、規則では使えません。空にならない事実を使ってください。',
    },
  ]);
});
