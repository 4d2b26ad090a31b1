import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCatalogue, NotInForce, RuleFilesError, UnknownRuleSet } from '#rules/catalogue.ts';
import { ruleDirectory, rulesDirectory, shippedCatalogue } from './support.ts';

const text = await readFile(path.join(rulesDirectory, 'limits/posting.json'), 'utf8');

type Change = { version: string; from: string; to?: string; months: number };

const version = ({ version, from, to, months }: Change): string => {
  const file = JSON.parse(text) as { parameters: { validityMonthsAfter: object } };
  return JSON.stringify({
    ...file,
    version,
    effective: { from, to: to ?? null },
    parameters: { validityMonthsAfter: { ...file.parameters.validityMonthsAfter, value: months } },
  });
};

describe('what is in force', () => {
  test('is the version with the latest beginning on or before the day', async () => {
    const directory = await ruleDirectory({
      'limits/posting.json': version({ version: '1.0.0', from: '2020-01-01', months: 2 }),
      'limits/posting@1.1.0.json': version({ version: '1.1.0', from: '2026-12-01', months: 3 }),
    });
    const catalogue = await loadCatalogue(directory);
    const months = (asOf: string) => catalogue.parameter('limits/posting', 'validityMonthsAfter', asOf);
    expect(months('2020-01-01')).toBe(2);
    expect(months('2026-11-30')).toBe(2);
    expect(months('2026-12-01')).toBe(3);
    expect(catalogue.inForce('limits/posting', '2030-01-01').version).toBe('1.1.0');
    expect(catalogue.all().map((ruleSet) => ruleSet.version)).toEqual(['1.0.0', '1.1.0']);
  });

  test('is nothing before the first version and after the last day of the latest', async () => {
    const directory = await ruleDirectory({
      'limits/posting.json': version({ version: '1.0.0', from: '2020-01-01', to: '2020-12-31', months: 2 }),
    });
    const catalogue = await loadCatalogue(directory);
    expect(catalogue.inForce('limits/posting', '2020-12-31').version).toBe('1.0.0');
    expect(() => catalogue.inForce('limits/posting', '2019-12-31')).toThrow(NotInForce);
    expect(() => catalogue.inForce('limits/posting', '2021-01-01')).toThrow(NotInForce);
  });

  test('cannot be two versions from the same day', async () => {
    const directory = await ruleDirectory({
      'limits/posting.json': version({ version: '1.0.0', from: '2020-01-01', months: 2 }),
      'limits/posting@1.1.0.json': version({ version: '1.1.0', from: '2020-01-01', months: 3 }),
    });
    await expect(loadCatalogue(directory)).rejects.toThrow('適用開始日がどちらも 2020-01-01 です');
  });
});

describe('a catalogue', () => {
  test('is not loaded from files with a problem, and names them all', async () => {
    const directory = await ruleDirectory({ 'limits/posting.json': '{', 'limits/other.json': text });
    const error: unknown = await loadCatalogue(directory).catch((e: unknown) => e);
    if (!(error instanceof RuleFilesError)) throw error;
    expect(error.problems.map(({ file }) => file)).toEqual(['limits/other.json', 'limits/posting.json']);
  });

  test('knows no other rule sets and parameters than those of its files', async () => {
    const catalogue = await shippedCatalogue();
    expect(() => catalogue.inForce('limits/nothing', '2026-11-24')).toThrow(UnknownRuleSet);
    expect(() => catalogue.parameter('limits/account', 'toString', '2026-11-24')).toThrow(UnknownRuleSet);
    await expect(catalogue.decide('limits/account', {})).rejects.toThrow(UnknownRuleSet);
  });

  test('gives each rule set the SHA-256 of its bytes', async () => {
    const catalogue = await shippedCatalogue();
    for (const { hash } of catalogue.all()) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the limits of the leaflet and of the house', () => {
  test.each([
    ['keyMinutes', 50],
    ['keyGuesses', 10],
    ['passwordMinLength', 15],
    ['passwordMaxLength', 128],
    ['loginFailures', 10],
    ['loginWindowMinutes', 15],
    ['keyMailsPerDay', 5],
    ['keyMailIntervalSeconds', 60],
    ['staffIdleMinutes', 30],
    ['staffAbsoluteHours', 9],
    ['employerIdleMinutes', 60],
    ['employerAbsoluteHours', 12],
  ])('%s is %d', async (name, value) => {
    expect((await shippedCatalogue()).parameter('limits/account', name, '2026-11-24')).toBe(value);
  });

  test('a posting is valid for two months after the month of its acceptance', async () => {
    expect((await shippedCatalogue()).parameter('limits/posting', 'validityMonthsAfter', '2026-11-24')).toBe(
      2,
    );
  });
});
