import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isCalendarDate } from '#app/domain/calendar.ts';
import type { Facts } from '#app/domain/verdict.ts';
import { caseColumns, compileRules } from '#rules/compile/index.ts';
import { dateNumber } from '#rules/compile/values.ts';
import { runEngine } from '#rules/engine.ts';
import { situationKind } from '#rules/situations/index.ts';
import { ordinary, shippedCatalogue } from './support.ts';

const visitRules = async () => {
  const ruleSet = (await shippedCatalogue()).inForce('eligibility/visit-required', ordinary.asOf);
  const kind = situationKind(ruleSet.id);
  if (!kind) throw new Error('the visit rules judge situations');
  return { ruleSet, kind, facts: kind.read(ordinary).facts, compiled: compileRules(ruleSet, kind) };
};

const messageOf = (judge: () => unknown): string => {
  try {
    judge();
    return 'no error';
  } catch (error) {
    return String(error);
  }
};

describe('facts given to compiled rules', () => {
  test('one that is missing is the error the engine gives: the rule and the fact by name', async () => {
    const { ruleSet, compiled, facts } = await visitRules();
    for (const name of compiled.facts) {
      const { [name]: _, ...rest } = facts;
      const expected = await runEngine(ruleSet, rest, ordinary.asOf).catch(String);
      expect(expected).toContain(`looks at fact ${name}, which the situation does not give`);
      expect(messageOf(() => compiled.reasons(rest, ordinary.asOf))).toBe(expected);
      expect(messageOf(() => compiled.explanation(rest, ordinary.asOf))).toBe(expected);
    }
  });

  test('a value that is not of its type is an error, never an answer', async () => {
    const { kind, compiled, facts } = await visitRules();
    const wrong: Facts = {
      'posting.via': 'fax',
      'posting.kinds': ['general', 'unheard-of'],
      'posting.contract': null,
      'account.openedBy': 'toString',
      'office.demandsVisit': 1,
      'history.lastAppliedOn': '2026-02-30',
      'history.lastTrialOn': '令和8年1月1日',
      'history.lastDisabilityTrialOn': 20260101,
    };
    for (const [name, value] of Object.entries(wrong)) {
      const bad = { ...facts, [name]: value };
      const columns = caseColumns(kind.facts);
      expect(messageOf(() => compiled.reasons(bad, ordinary.asOf))).toContain(
        `TypeError: fact ${name} must be`,
      );
      expect(messageOf(() => compiled.explanation(bad, ordinary.asOf))).toContain(`fact ${name} must be`);
      expect(messageOf(() => columns.add(ordinary.asOf, bad))).toContain(`fact ${name} must be`);
    }
  });

  test('a day of judgement that does not exist is an error', async () => {
    const { compiled, facts } = await visitRules();
    expect(() => compiled.reasons(facts, '2026-02-29')).toThrow(RangeError);
    expect(() => compiled.explanation(facts, 'today')).toThrow(RangeError);
  });

  test('a case that cannot be read is not among those judged', async () => {
    const { kind, compiled, facts } = await visitRules();
    const columns = caseColumns(kind.facts);
    const visits = { ...facts, 'office.demandsVisit': true };
    columns.add('2026-11-24', facts);
    expect(() => columns.add('2026-11-25', { ...visits, 'posting.contract': 'unheard-of' })).toThrow(
      TypeError,
    );
    columns.add('2026-11-25', visits);
    const judged = compiled.masses(columns);
    expect(columns.length()).toBe(2);
    expect([judged.decided(0).rules, judged.decided(1).rules]).toEqual([[], ['VR7']]);
    expect(() => compiled.masses(caseColumns(kind.facts, ['posting.via']))).toThrow(
      'the columns have no fact account.openedBy',
    );
  });

  test('a day is read as the calendar reads it', () => {
    const almost = fc.stringMatching(/^\d{4}.\d{2}.\d{2}$/);
    const texts = fc.oneof(
      fc.integer({ min: -700_000, max: 2_900_000 }).map((days) => addDays('2000-01-01', days)),
      fc
        .tuple(
          fc.integer({ min: 0, max: 2500 }),
          fc.integer({ min: 0, max: 14 }),
          fc.integer({ min: 0, max: 33 }),
        )
        .map((parts) =>
          parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-'),
        ),
      almost,
      fc.string(),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(dateNumber(text)).toBe(isCalendarDate(text) ? Number(text.replaceAll('-', '')) : -1);
      }),
      { numRuns: 20_000 },
    );
  });
});
