import { describe, expect, test } from 'vitest';
import { shippedCatalogue } from './support.ts';

const read = async () => (await shippedCatalogue()).read('2026-11-24');

const ruleSet = async (id: string) => {
  const found = (await read()).find(({ described }) => described.id === id);
  if (found === undefined) throw new Error(`no rule set ${id}`);
  return found;
};

describe('a rule set as people read it', () => {
  test('keeps periods as periods where no day of judgement is given', async () => {
    const { described } = await ruleSet('eligibility/visit-required');
    const gap = described.rules.find(({ rule }) => rule === 'VR5');
    expect(JSON.stringify(gap?.condition)).toContain('判定日の1年前より前である');
    expect(gap?.message).toBe(
      '過去1年間に求人を申し込んでいないため、来庁が必要です(直近の申込み：［直近の求人申込日］)。',
    );
  });

  test('says each figure with its unit and the bounds it may be changed within', async () => {
    const { described } = await ruleSet('retention/account');
    expect(described.parameters.map(({ label, value, bounds }) => `${label} ${value} ${bounds}`)).toEqual([
      '退会から消去までの日数 31日 1日から365日まで',
      '申込みのないマイページの保存期間 5年 1年から30年まで',
    ]);
  });

  test('of figures only has figures only', async () => {
    const { described, facts } = await ruleSet('limits/account');
    expect(described.rules).toEqual([]);
    expect(facts).toEqual([]);
    expect(described.parameters.map(({ value }) => value)).toContain('50分');
  });

  test('has the facts of its situations in words', async () => {
    const { facts } = await ruleSet('access/mypage-features');
    expect(facts).toContainEqual({
      name: 'mypage.withdrawnOn',
      label: '退会した日',
      type: 'date',
      unit: null,
      choices: [],
      whenNull: '退会していない',
      origin: 'withdrawnOn',
      used: true,
    });
  });

  test('every rule set in force has words for everything in it', async () => {
    for (const { described } of await read()) {
      for (const { condition, message } of described.rules) {
        expect(`${JSON.stringify(condition)}${message}`).not.toMatch(/undefined|\{\{|\b(param|date)\./);
      }
    }
  });
});
