import { setImmediate as othersFirst } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '#app/domain/ruleComparison.ts';
import { analyse } from '#rules/analysis/index.ts';
import { tableOf } from '#rules/analysis/table.ts';
import { compileRules } from '#rules/compile/index.ts';
import { planOf } from '#rules/compile/plan.ts';
import type { Comparison, Condition, Parameter, RuleSet } from '#rules/ruleset.ts';
import { situationKind } from '#rules/situations/index.ts';
import { generatedKind, generatedRules } from './support/generatedRules.ts';
import { smallRules } from './support/smallRules.ts';
import { shippedCatalogue } from './support.ts';

const count = (operator: Comparison['operator'], value: number | null): Condition => ({
  fact: 'count.maybe',
  operator,
  value,
});
const flag: Condition = { fact: 'flag.sure', operator: 'equal', value: true };
const form = (...value: readonly string[]): Condition => ({ fact: 'form.other', operator: 'in', value });

const gap: Parameter = {
  type: 'integer',
  label: '期間',
  value: 1,
  unit: 'years',
  min: 1,
  max: 9,
  source: 'law',
};

const found = async (ruleSet: RuleSet): Promise<readonly Finding[]> => analyse(ruleSet, generatedKind);
const kinds = async (ruleSet: RuleSet): Promise<readonly string[]> =>
  (await found(ruleSet)).map(({ kind, rule, severity }) => `${severity} ${kind} ${rule ?? ''}`.trim());

describe('the analysis of a rule set finds', () => {
  test('a rule that never fires, and the two conditions that keep it from firing', async () => {
    const findings = await found(smallRules({ A: { all: [count('lessThan', 5), count('greaterThan', 5)] } }));
    expect(findings.map(({ kind, severity }) => [kind, severity])).toEqual([
      ['never-fires', 'error'],
      ['contradiction', 'error'],
    ]);
    expect(findings[1]?.path).toEqual(['rules', 0, 'conditions', 'all', 1]);
    expect(findings[1]?.message).toContain('5より少ない」と「');
  });

  test('nothing where one more is enough for the rule to fire', async () => {
    expect(await kinds(smallRules({ A: { all: [count('lessThan', 6), count('greaterThan', 4)] } }))).toEqual(
      [],
    );
  });

  test('a rule that never fires only because the set is about other situations', async () => {
    const notFlag: Condition = { all: [{ fact: 'flag.sure', operator: 'equal', value: false }] };
    const outcome = { policy: 'any', whenAny: 'yes', whenNone: 'no', whenNotApplicable: 'out' } as const;
    expect(
      await kinds(
        smallRules({ A: { all: [flag, count('greaterThan', 1)] } }, { appliesWhen: notFlag, outcome }),
      ),
    ).toEqual(['error never-fires A']);
    const nothing: Condition = { all: [flag, notFlag] };
    expect(
      await kinds(smallRules({ A: { all: [count('equal', 1)] } }, { appliesWhen: nothing, outcome })),
    ).toContain('error never-applies');
  });

  test('a rule that always fires, not one that leaves out what is not known', async () => {
    const every = (last: Condition): RuleSet =>
      smallRules({ A: { any: [count('lessThan', 3), count('greaterThanInclusive', 3), last] } });
    expect(await kinds(every(count('equal', null)))).toEqual(['error always-fires A']);
    expect(await kinds(every(count('lessThan', 3)))).toEqual(['warning repeated A']);
  });

  test('a rule that never fires without another', async () => {
    const rules = { A: { all: [count('greaterThan', 10)] }, B: { all: [count('greaterThan', 9)] } };
    const [finding, ...rest] = await found(smallRules(rules));
    expect(finding).toMatchObject({ kind: 'implied', severity: 'warning', rule: 'A', other: 'B' });
    expect(rest).toEqual([]);
    const outcome = { policy: 'severity', whenError: 'no', whenWarning: 'ask', whenNone: 'yes' } as const;
    const graver = { A: { severity: 'error' }, B: { severity: 'warning' } } as const;
    expect(await kinds(smallRules(rules, { outcome, effects: graver }))).toEqual([]);
  });

  test('two rules that say the same in other words', async () => {
    expect(
      await kinds(
        smallRules({
          A: { all: [count('greaterThan', 10), flag] },
          B: { all: [flag, { not: count('lessThanInclusive', 10) }, count('notEqual', null)] },
        }),
      ),
    ).toEqual(['warning duplicate B']);
  });

  test('a branch that cannot hold, in a rule that fires all the same', async () => {
    const findings = await found(
      smallRules({ A: { any: [{ all: [form('none'), form('kind0')] }, { all: [flag] }] } }),
    );
    expect(findings).toMatchObject([{ kind: 'contradiction', severity: 'warning', rule: 'A' }]);
  });

  test('a comparison that changes nothing', async () => {
    const findings = await found(
      smallRules({ A: { all: [count('greaterThan', 3), count('greaterThan', 5)] } }),
    );
    expect(findings).toMatchObject([
      { kind: 'no-effect', severity: 'warning', path: ['rules', 0, 'conditions', 'all', 0] },
    ]);
  });

  test('choices that no condition tells apart, but not the one that is left', async () => {
    const named = (...choices: readonly string[]): Promise<readonly string[]> =>
      kinds(smallRules({ A: { all: [form(...choices)] } }));
    expect(await named('none')).toEqual(['warning uncovered']);
    expect(await named('none', 'kind0')).toEqual([]);
  });

  test('a figure that nothing uses', async () => {
    const before: Condition = {
      fact: 'day.sure',
      operator: 'dateBefore',
      value: { fact: 'date.asOfMinus', params: { parameter: 'gap' } },
    };
    expect(await kinds(smallRules({ A: { all: [before] } }, { parameters: { gap } }))).toEqual([]);
    expect(await kinds(smallRules({ A: { all: [flag] } }, { parameters: { gap } }))).toEqual([
      'warning unused-parameter',
    ]);
  });

  test('nothing certain where it could try only some of the situations', async () => {
    const many = Array.from(
      { length: 40 },
      (_, index): Condition => ({
        fact: 'list.many',
        operator: 'contains',
        value: `kind${index}`,
      }),
    );
    const counts: Condition[] = ['days.some', 'days.others'].map((fact) => ({
      fact: 'dates.countBefore',
      params: { fact, parameter: 'gap' },
      operator: 'greaterThan',
      value: 1_000,
    }));
    const findings = await found(
      smallRules({ A: { all: [...many.slice(0, 20), ...counts] } }, { parameters: { gap } }),
    );
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.map(({ kind }) => kind)).toContain('sampled');
  });
});

describe('the analysis', { timeout: 20_000 }, () => {
  test('finds no error in the rule files the product ships, and lets others work meanwhile', async () => {
    for (const ruleSet of (await shippedCatalogue()).all()) {
      const kind = situationKind(ruleSet.id);
      if (kind === undefined) continue;
      let turns = 0;
      let running = true;
      const others = (async () => {
        while (running) {
          await othersFirst();
          turns += 1;
        }
      })();
      const findings = await analyse(ruleSet, kind);
      running = false;
      await others;
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(turns).toBeGreaterThanOrEqual(ruleSet.rules.length);
      expect(await analyse(ruleSet, kind)).toEqual(findings);
    }
  });

  test('tries situations of which its tables say what the engine says', () => {
    fc.assert(
      fc.property(generatedRules, ({ ruleSet, cases: [first] }) => {
        const plan = planOf(ruleSet, generatedKind);
        const conditions = plan.rules.slice(0, 6).map(({ condition }) => condition);
        const table = tableOf(plan, conditions, first?.asOf ?? '2026-11-24', 60);
        const rules = { ...ruleSet, appliesWhen: undefined } as unknown as RuleSet;
        const { reasons } = compileRules(rules, generatedKind);
        const elsewhere = first?.facts ?? {};
        for (let index = 0; index < table.length; index += 1) {
          const facts = Object.fromEntries(table.facts.map(({ name }) => [name, table.valueAt(name, index)]));
          const fired = reasons({ ...elsewhere, ...facts }, table.world.asOf).rules;
          for (const { id, condition } of plan.rules.slice(0, 6)) {
            const bit = ((table.truthOf(condition)[index >>> 5] ?? 0) >>> (index & 31)) & 1;
            expect(fired.includes(id)).toBe(bit === 1);
          }
        }
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  test('claims nothing of a generated rule set that one of its cases disproves', async () => {
    await fc.assert(
      fc.asyncProperty(generatedRules, async ({ ruleSet, cases }) => {
        const [{ asOf } = { asOf: '2026-11-24' }] = cases;
        if (asOf < '1950-01-01') return;
        const dated = { ...ruleSet, effective: { from: asOf, to: asOf } };
        const findings = await analyse(dated, generatedKind);
        const { reasons } = compileRules(dated, generatedKind);
        for (const { facts } of cases) {
          const { rules } = reasons(facts, asOf);
          for (const { kind, severity, rule = '', other = '' } of findings) {
            if (kind === 'never-fires' && severity === 'error') expect(rules).not.toContain(rule);
            if (kind === 'always-fires' && severity === 'error' && ruleSet.appliesWhen === undefined)
              expect(rules).toContain(rule);
            if (kind === 'implied' && rules.includes(rule)) expect(rules).toContain(other);
            if (kind === 'duplicate') expect(rules.includes(rule)).toBe(rules.includes(other));
          }
        }
      }),
      { numRuns: 10 },
    );
  }, 120_000);
});
