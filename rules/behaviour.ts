import { setImmediate as othersFirst } from 'node:timers/promises';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { BehaviourChange, LabelledValue } from '#app/domain/ruleComparison.ts';
import type { Facts, FactValue } from '#app/domain/verdict.ts';
import { worldOf } from './analysis/boundaries.ts';
import { boundariesIn, combinationsOf } from './analysis/table.ts';
import { compileRules, type Decided } from './compile/index.ts';
import { type Plan, type Planned, planOf } from './compile/plan.ts';
import { caseValue } from './describe.ts';
import type { FactDescription } from './facts.ts';
import type { RuleSet } from './ruleset.ts';
import { SituationError, type SituationKind } from './situation.ts';

/** Kinds of change that are told at most. */
const MAX_CHANGES = 20;
/** Situations tried for one rule at most. */
const MAX_SITUATIONS = 4_000;
/** Facts named where nothing tells the case from the example it is made of. */
const MAX_NAMED = 3;

/** A condition with every name replaced by what it stands for, to see whether two versions mean the same by it. */
const written = (plan: Plan, condition: Planned): unknown => {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return [condition.kind, ...condition.parts.map((part) => written(plan, part))];
    case 'not':
      return ['not', written(plan, condition.part)];
    case 'shared': {
      const shared = plan.shared.get(condition.name);
      return shared === undefined ? null : written(plan, shared);
    }
    case 'comparison': {
      const { left, operator, right } = condition;
      const period = (name: string): unknown => {
        const parameter = plan.ruleSet.parameters[name];
        return parameter?.type === 'integer' ? [parameter.value, parameter.unit] : name;
      };
      return [
        left.kind === 'fact' ? left.fact.name : [left.list.name, period(left.cutoff)],
        operator,
        right.kind === 'fact'
          ? { fact: right.fact.name }
          : right.kind === 'cutoff'
            ? period(right.cutoff)
            : right,
      ];
    }
  }
};

const conditionOf = (plan: Plan, id: string): readonly Planned[] =>
  plan.rules.filter((rule) => rule.id === id).map(({ condition }) => condition);

const scopeOf = ({ appliesWhen }: Plan): readonly Planned[] => (appliesWhen === null ? [] : [appliesWhen]);

/** The conditions that decide where the two versions may part: one entry for each rule that changed. */
const changedConditions = (
  before: Plan,
  after: Plan,
): readonly (readonly [readonly Planned[], readonly Planned[]])[] => {
  const meaning = (plan: Plan, conditions: readonly Planned[]): string =>
    JSON.stringify(conditions.map((condition) => written(plan, condition)));
  const effect = ({ ruleSet }: Plan, id: string): string => {
    const rule = ruleSet.rules.find((one) => one.id === id);
    return JSON.stringify([rule?.severity, rule?.deny, rule?.closes]);
  };
  const scopeChanged = meaning(before, scopeOf(before)) !== meaning(after, scopeOf(after));
  const { dueDate: _, ...policy } = before.policy;
  const { dueDate: __, ...newPolicy } = after.policy;
  const all = scopeChanged || JSON.stringify(policy) !== JSON.stringify(newPolicy);
  const ids = [...new Set([...before.rules, ...after.rules].map(({ id }) => id))];
  const rules = ids
    .filter(
      (id) =>
        all ||
        effect(before, id) !== effect(after, id) ||
        meaning(before, conditionOf(before, id)) !== meaning(after, conditionOf(after, id)),
    )
    .map(
      (id) =>
        [
          [...conditionOf(before, id), ...(scopeChanged ? scopeOf(before) : [])],
          [...conditionOf(after, id), ...(scopeChanged ? scopeOf(after) : [])],
        ] as const,
    );
  return scopeChanged ? [[scopeOf(before), scopeOf(after)], ...rules] : rules;
};

const plainValue = (fact: FactDescription, asOf: CalendarDate): FactValue => {
  if (fact.whenNull !== undefined) return null;
  switch (fact.type) {
    case 'boolean':
      return false;
    case 'integer':
      return 0;
    case 'date':
      return asOf;
    case 'enum':
      return Object.keys(fact.choices ?? {})[0] ?? '';
    default:
      return [];
  }
};

type Case = { asOf: CalendarDate; facts: Facts };

/** An ordinary case: the example to which the fewest rules apply, or one in which nothing is said. */
const ordinaryCase = (ruleSet: RuleSet, kind: SituationKind): Case => {
  const elsewhere = ruleSet.outcome?.whenNotApplicable;
  const quiet = ruleSet.examples
    .filter(({ expect }) => expect.outcome !== elsewhere)
    .toSorted((a, b) => a.expect.rules.length - b.expect.rules.length);
  for (const { situation } of quiet) {
    try {
      const { asOf, facts } = kind.read(situation);
      return { asOf, facts };
    } catch (error) {
      if (!(error instanceof SituationError)) throw error;
    }
  }
  const asOf = ruleSet.effective.from;
  return {
    asOf,
    facts: Object.fromEntries([...kind.facts].map(([name, fact]) => [name, plainValue(fact, asOf)])),
  };
};

const same = (a: FactValue | undefined, b: FactValue | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

type Found = {
  before: Decided;
  after: Decided;
  facts: Facts;
  looked: readonly string[];
  different: readonly string[];
};

const keyOf = (before: Decided, after: Decided): string => {
  const less = (some: readonly string[], others: readonly string[]): string =>
    some.filter((rule) => !others.includes(rule)).join();
  const decided = `${before.outcome}>${after.outcome}`;
  return `${decided}|${less(before.rules, after.rules)}|${less(after.rules, before.rules)}|${before.deny}>${after.deny}`;
};

/**
 * Which situations two versions judge differently, one case for each kind of change: the outcome first, then rules that
 * come or go without changing it. For every rule that is not the same in both, the boundary values of its facts are tried
 * in an ordinary case; the case that is told is the one with the fewest facts out of the ordinary.
 */
export const behaviourChanges = async (
  before: RuleSet,
  after: RuleSet,
  kind: SituationKind,
): Promise<readonly BehaviourChange[]> => {
  if (before.outcome === null || after.outcome === null) return [];
  const [was, is] = [planOf(before, kind), planOf(after, kind)];
  const [judgedBefore, judgedAfter] = [compileRules(before, kind), compileRules(after, kind)];
  const ordinary = ordinaryCase(after, kind);
  const { asOf } = ordinary;
  const found = new Map<string, Found>();

  for (const [old, now] of changedConditions(was, is)) {
    const boundaries = boundariesIn([
      { plan: was, conditions: old, world: worldOf(was, asOf) },
      { plan: is, conditions: now, world: worldOf(is, asOf) },
    ]);
    const values = new Map(
      boundaries.map(({ fact: { name }, values: tried }) => {
        const usual = ordinary.facts[name] ?? null;
        return [name, [usual, ...tried.filter((value) => !same(value, usual))]];
      }),
    );
    const looked = [...values.keys()];
    const lists = [...values.values()];
    const { length, places } = combinationsOf(
      lists.map((list) => list.length),
      MAX_SITUATIONS,
    );
    for (let index = 0; index < length; index += 1) {
      const chosen = looked.map((name, at): [string, FactValue] => [
        name,
        lists[at]?.[places[at]?.[index] ?? 0] ?? null,
      ]);
      const facts = { ...ordinary.facts, ...Object.fromEntries(chosen) };
      const [first, second] = [judgedBefore.reasons(facts, asOf), judgedAfter.reasons(facts, asOf)];
      if (
        same(first.rules, second.rules) &&
        first.outcome === second.outcome &&
        same(first.deny, second.deny)
      )
        continue;
      const different = looked.filter((name) => !same(facts[name], ordinary.facts[name]));
      const key = keyOf(first, second);
      const known = found.get(key);
      if (known === undefined || different.length < known.different.length)
        found.set(key, { before: first, after: second, facts, looked, different });
    }
    await othersFirst();
  }

  const inWords = ({ facts, looked, different }: Found): readonly LabelledValue[] =>
    (different.length > 0 ? different : looked.slice(0, MAX_NAMED)).flatMap((name) => {
      const fact = kind.facts.get(name);
      return fact === undefined ? [] : [{ label: fact.label, value: caseValue(facts[name] ?? null, fact) }];
    });
  const weight = (one: Found): number =>
    (one.before.outcome === one.after.outcome ? 1_000 : 0) + one.different.length;
  return [...found.values()]
    .toSorted((a, b) => weight(a) - weight(b))
    .slice(0, MAX_CHANGES)
    .map((one) => ({
      asOf,
      situation: inWords(one),
      before: { outcome: one.before.outcome, rules: one.before.rules },
      after: { outcome: one.after.outcome, rules: one.after.rules },
    }));
};
