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
    '「規則」は',
  ],
  ['fifty thousand quotes', '"\\"'.repeat(50_000), ''],
  ['a list of sixty thousand commas', `[${','.repeat(60_000)}]`, '値が必要です'],
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

describe('a hostile rule file is refused, quickly', () => {
  test.each(hostile)('%s', { timeout: 15_000 }, async (_, text, message) => {
    const started = process.cpuUsage();
    const loaded = await loadRuleFile('eligibility/visit-required.json', new TextEncoder().encode(text));
    const { user, system } = process.cpuUsage(started);
    if (loaded.ok) throw new Error('accepted');
    expect(loaded.problems.map((problem) => problem.message).join('\n')).toContain(message);
    expect(loaded.problems.length).toBeLessThanOrEqual(100);
    expect((user + system) / 1000).toBeLessThan(3000);
  });
});
