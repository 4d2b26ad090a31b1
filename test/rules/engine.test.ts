import { describe, expect, test } from 'vitest';
import { runEngine } from '#rules/engine.ts';
import { operators } from '#rules/operators.ts';
import { visitSituation } from '#rules/situations/visitRequired.ts';
import { ordinary, shippedCatalogue } from './support.ts';

const ruleSet = async () => (await shippedCatalogue()).inForce('eligibility/visit-required', ordinary.asOf);
const { facts } = visitSituation.read(ordinary);

describe('a run of the engine', () => {
  test('names the rule and the fact when a fact is missing', async () => {
    const { 'history.lastTrialOn': _, ...rest } = facts;
    await expect(runEngine(await ruleSet(), rest, ordinary.asOf)).rejects.toThrow(
      'eligibility/visit-required: rule VR3 looks at fact history.lastTrialOn, which the situation does not give',
    );
  });

  test('marks every comparison, keeps the name of a shared condition, and leaves the rule set as it was', async () => {
    const set = await ruleSet();
    const before = JSON.stringify(set);
    const { rules } = await runEngine(
      set,
      { ...facts, 'posting.kinds': ['disability_trial'] },
      ordinary.asOf,
    );
    expect(JSON.stringify(set)).toBe(before);
    expect(rules.find(({ rule }) => rule === 'VR4')?.mark).toMatchObject({
      kind: 'all',
      holds: true,
      parts: [
        {
          kind: 'any',
          ref: 'disabilityTrial',
          parts: [
            { fact: 'posting.kinds', operator: 'contains', limit: 'disability_trial', holds: true },
            {
              fact: 'posting.kinds',
              operator: 'contains',
              limit: 'disability_short_hours_trial',
              holds: false,
            },
          ],
        },
        {
          kind: 'any',
          parts: [
            { fact: 'history.lastDisabilityTrialOn', value: null, limit: null, holds: true },
            { against: 'param.countFrom', limit: '2020-01-01', holds: false },
          ],
        },
      ],
    });
  });

  test('resolves the period before the day of judgement', async () => {
    const { rules } = await runEngine(await ruleSet(), facts, '2025-02-28');
    expect(JSON.stringify(rules)).toContain('"against":"date.asOfMinus.gapYears","limit":"2024-02-28"');
  });
});

describe('a comparison', () => {
  test('of a date that is not one is an error, never an answer', () => {
    for (const wrong of ['2026-02-30', '', '令和8年', 20261124, true]) {
      expect(() => operators.dateBefore(wrong, '2026-01-01')).toThrow(RangeError);
      expect(() => operators.dateBefore('2026-01-01', wrong)).toThrow(RangeError);
    }
    expect(() => operators.dateBefore('2026-01-01', null)).toThrow(RangeError);
  });

  test('of figures takes integers only', () => {
    expect(operators.greaterThan(51, 50)).toBe(true);
    expect(operators.greaterThan(50, 50)).toBe(false);
    expect(() => operators.lessThan('9', 10)).toThrow(TypeError);
    expect(() => operators.lessThan(9.5, 10)).toThrow(TypeError);
    expect(() => operators.lessThan(Number.NaN, 10)).toThrow(TypeError);
  });

  test('with null holds only for equality', () => {
    expect(operators.equal(null, null)).toBe(true);
    expect(operators.notEqual(null, 'a')).toBe(true);
    expect(operators.dateBefore(null, '2026-01-01')).toBe(false);
    expect(operators.dateOnOrAfter(null, '2026-01-01')).toBe(false);
    expect(operators.greaterThanInclusive(null, 0)).toBe(false);
    expect(operators.in(null, ['a'])).toBe(false);
  });

  test('of a list with a text looks for the whole word', () => {
    expect(operators.contains(['disability_trial'], 'trial')).toBe(false);
    expect(() => operators.in('派遣', '派遣・請負')).toThrow(TypeError);
    expect(() => operators.equal(['a'], 'a')).toThrow(TypeError);
  });
});
