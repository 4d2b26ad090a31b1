import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRuleFile } from '#rules/load.ts';
import { rulesDirectory } from './support.ts';

const original = await readFile(path.join(rulesDirectory, 'eligibility/visit-required.json'), 'utf8');

type Json = { [name: string]: unknown };

const changed = (change: (file: Json) => void): string => {
  const file = JSON.parse(original) as Json;
  change(file);
  return JSON.stringify(file);
};

const reference = (condition: string) => ({ condition });
const leaf = { fact: 'posting.via', operator: 'equal', value: 'mypage' };

/** c0 holds one comparison, each further one refers twice to the one before: 2^30 comparisons in a few lines. */
const doubling = Object.fromEntries(
  Array.from({ length: 31 }, (_, index) => [
    `c${index}`,
    {
      title: '倍々',
      conditions: { all: index === 0 ? [leaf] : [reference(`c${index - 1}`), reference(`c${index - 1}`)] },
    },
  ]),
);

const nested = (depth: number): unknown => (depth === 0 ? leaf : { not: nested(depth - 1) });

const hostile: [string, string, string][] = [
  ['a million brackets', '['.repeat(1_000_000).slice(0, 500_000), '入れ子が64段を超えています'],
  ['brackets hidden behind a string', `"\\"${'['.repeat(400_000)}`, ''],
  [
    'conditions nested a thousand deep',
    changed((file) => Object.assign(file, { appliesWhen: nested(1000) })),
    '入れ子',
  ],
  ['a file of a megabyte', `"${'x'.repeat(1_000_000)}"`, 'ファイルが大きすぎます'],
  [
    'a hundred thousand rules',
    changed((file) => Object.assign(file, { rules: Array(100_000).fill(0) })),
    '1つのかっこの中に書けるのは1000個までです',
  ],
  [
    'seven hundred rules',
    changed((file) => Object.assign(file, { rules: Array(700).fill({}) })),
    '「規則」は500個までで書いてください。いまは 700個の [ ] です。',
  ],
  [
    'lists of lists with eighty thousand values',
    changed((file) => Object.assign(file, { rules: Array(900).fill(Array(90).fill(0)) })),
    '全体で書けるのは60000個の値までです',
  ],
  [
    'brackets behind a string that ends with its line',
    `"\n${'['.repeat(500_000)}`,
    '入れ子が64段を超えています',
  ],
  ['brackets behind a comment', `/*"*/${'['.repeat(500_000)}`, '入れ子が64段を超えています'],
  ['brackets closed by the wrong ones', '[},'.repeat(150_000), '入れ子が64段を超えています'],
  [
    'features without end',
    changed((file) => Object.assign((file.rules as Json[])[0] ?? {}, { deny: Array(900).fill('images') })),
    '「閉じる機能」は',
  ],
  [
    'five thousand facts that do not exist',
    changed((file) => {
      const conditions = { all: Array(50).fill({ ...leaf, fact: 'posting.viq' }) };
      const [rule] = file.rules as Json[];
      const rules = Array.from({ length: 100 }, (_, index) => ({ ...rule, id: `R${index}`, conditions }));
      Object.assign(file, { rules });
    }),
    '事実「posting.viq」は登録されていません。もしかして「posting.via」ですか。',
  ],
  [
    'forty thousand expected rules that do not exist',
    changed((file) => {
      const [example] = file.examples as Json[];
      const expect = { outcome: 'visit-required', rules: Array(400).fill('VX') };
      Object.assign(file, {
        examples: Array.from({ length: 100 }, (_, i) => ({ ...example, id: `e${i}`, expect })),
      });
    }),
    '例が期待する規則「VX」がありません。',
  ],
  [
    'a prototype among the facts',
    original.replace('"facts": {', '"facts": { "__proto__": "enum",'),
    '「事実の名前」は',
  ],
  [
    'a prototype among the shared conditions',
    original.replace('"sharedConditions": {', '"sharedConditions": { "__proto__": {},'),
    '「共通の条件の名前」は',
  ],
  [
    'a prototype in a rule',
    original.replace('"id": "VR1",', '"id": "VR1", "__proto__": { "severity": "error" },'),
    '「規則」に「__proto__」という項目は書けません',
  ],
  [
    'a prototype in the situation of an example',
    original.replace('"situation": {', '"situation": { "__proto__": { "officeDemand": true },'),
    '__proto__: is not a known field',
  ],
  [
    'a shared condition named like a method that is not there',
    original.replace('"condition": "disabilityTrial"', '"condition": "constructor"'),
    '共通の条件「constructor」がありません',
  ],
  [
    'a source named like a method',
    original.replace('"source": "officeDemand"', '"source": "toString"'),
    '根拠「toString」が sources にありません',
  ],
  [
    'a hole named like a method',
    original.replace('{{history.lastAppliedOn}}', '{{constructor}}'),
    '{{constructor}} に入れる値がありません',
  ],
  ['fifty thousand quotes', '"\\"'.repeat(50_000), ''],
  ['a list of nine hundred commas', `[${','.repeat(900)}]`, '値が必要です'],
  ['a list of sixty thousand commas', `[${','.repeat(60_000)}]`, '1つのかっこの中に書けるのは1000個までです'],
  [
    'conditions that double thirty times',
    changed((file) => {
      Object.assign(file, { sharedConditions: { ...(file.sharedConditions as Json), ...doubling } });
      Object.assign(file, { appliesWhen: { all: [reference('c30')] } });
    }),
    '条件が多すぎます',
  ],
  [
    'a condition that refers to itself',
    changed((file) =>
      Object.assign(file, {
        sharedConditions: {
          disabilityTrial: { title: '環', conditions: { any: [reference('disabilityTrial')] } },
        },
      }),
    ),
    '自分自身に戻っています(disabilityTrial → disabilityTrial)',
  ],
  [
    'two conditions that refer to each other',
    changed((file) =>
      Object.assign(file, {
        sharedConditions: {
          disabilityTrial: { title: '一', conditions: { any: [leaf, reference('second')] } },
          second: { title: '二', conditions: { all: [reference('disabilityTrial'), leaf] } },
        },
      }),
    ),
    'disabilityTrial → second → disabilityTrial',
  ],
  [
    'a prototype as a parameter',
    original.replace('"parameters": {', '"parameters": { "__proto__": { "label": "x" },'),
    '「数値の名前」は',
  ],
  [
    'a prototype beside the rules',
    original.replace('{', '{ "__proto__": { "rules": [] },'),
    '「__proto__」という項目は書けません',
  ],
  [
    'a fact named like a method',
    original.replace('"fact": "posting.via"', '"fact": "constructor.name"'),
    '事実「constructor.name」は登録されていません',
  ],
  [
    'a parameter named like a method',
    original.replace('"fact": "param.countFrom"', '"fact": "param.constructor"'),
    '数値「constructor」が parameters にありません',
  ],
  [
    'a regular expression as an operator',
    original.replace('"operator": "equal"', '"operator": "matches"'),
    '「比べ方」は',
  ],
  [
    'a decorated operator',
    original.replace('"operator": "equal"', '"operator": "not:equal"'),
    '「比べ方」は',
  ],
  [
    'text made to make a pattern slow',
    original.replace('"id": "eligibility/visit-required"', `"id": "${'a-'.repeat(100_000)}!"`),
    '「識別名」は',
  ],
  [
    'an empty all beside an any',
    changed((file) => Object.assign(file, { appliesWhen: { all: [], any: [leaf] } })),
    '「対象となる条件」は',
  ],
  ['not an object', '[]', '「判定ファイル」は'],
  ['nothing', '', '値が必要です'],
];

/** Whatever is read stands in few, short sentences without hidden characters: nothing grows with the file. */
describe('a hostile rule file is refused', () => {
  test.each(hostile)('%s', { timeout: 15_000 }, async (_, text, message) => {
    const loaded = await loadRuleFile('eligibility/visit-required.json', new TextEncoder().encode(text));
    if (loaded.ok) throw new Error('accepted');
    const messages = loaded.problems.map((problem) => problem.message);
    expect(messages.join('\n')).toContain(message);
    expect(messages.length).toBeLessThanOrEqual(100);
    for (const sentence of messages) expect(sentence.length).toBeLessThanOrEqual(601);
  });
});

test('the process does something else after every step and every example', async () => {
  const file = JSON.parse(original) as Json & { examples: unknown[] };
  let turns = 0;
  let running = true;
  const next = (): void => {
    turns += 1;
    if (running) setImmediate(next);
  };
  setImmediate(next);
  const loaded = await loadRuleFile('eligibility/visit-required.json', new TextEncoder().encode(original));
  running = false;
  expect(loaded.ok).toBe(true);
  expect(turns).toBeGreaterThanOrEqual(file.examples.length);
});

test('names of methods are names like any other where a name is free', async () => {
  const file = original
    .replaceAll('disabilityTrial"', 'constructor"')
    .replaceAll('"visitWithinDays"', '"valueOf"');
  const text = file.replaceAll('param.visitWithinDays', 'param.valueOf');
  const loaded = await loadRuleFile('eligibility/visit-required.json', new TextEncoder().encode(text));
  expect(loaded).toMatchObject({ ok: true });
});
