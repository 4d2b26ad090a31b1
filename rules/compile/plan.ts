import type { CalendarDate } from '#app/domain/calendar.ts';
import type { FactValue } from '#app/domain/verdict.ts';
import type { FactDescription } from '#rules/facts.ts';
import { type OutcomeStep, outcomeElsewhere, outcomeSteps } from '#rules/outcome.ts';
import {
  asOfMinus,
  type Comparison,
  type Condition,
  isReference,
  type OutcomePolicy,
  own,
  type RuleSet,
  referenceName,
} from '#rules/ruleset.ts';
import type { SituationKind } from '#rules/situation.ts';

/** A fact some condition looks at; `rule` is the first that does, for the message when the fact is missing. */
export type PlannedFact = FactDescription & { name: string; rule: string };

export type Left =
  | { kind: 'fact'; fact: PlannedFact }
  /** How many days of the list lie before the cutoff. */
  | { kind: 'count'; list: PlannedFact; cutoff: string };

export type Right =
  | { kind: 'value'; value: FactValue }
  | { kind: 'fact'; fact: PlannedFact }
  | { kind: 'asOf' }
  /** `asOf` minus the period of that parameter. */
  | { kind: 'cutoff'; cutoff: string };

export type PlannedComparison = {
  kind: 'comparison';
  left: Left;
  operator: Comparison['operator'];
  right: Right;
  /** The right side as the file writes it when it is a reference. */
  against?: string;
};

/** A condition in which every name is replaced by what it stands for; only shared conditions stay names. */
export type Planned =
  | { kind: 'all' | 'any'; parts: readonly Planned[] }
  | { kind: 'not'; part: Planned }
  | { kind: 'shared'; name: string }
  | PlannedComparison;

export type PlannedRule = { id: string; condition: Planned };

/** A checked rule set, resolved: what every compiled form of it is made from. */
export type Plan = {
  ruleSet: RuleSet;
  policy: OutcomePolicy;
  /** In the order in which the engine looks at them. */
  facts: readonly PlannedFact[];
  /** The parameters whose period is counted back from `asOf`. */
  cutoffs: readonly string[];
  /** Each after those it refers to. */
  shared: ReadonlyMap<string, Planned>;
  appliesWhen: Planned | null;
  rules: readonly PlannedRule[];
  /** Gravest first; the rules by their position in the file. */
  steps: readonly { outcome: string; rules: readonly number[] }[];
  otherwise: string;
  elsewhere: string;
};

const stepOf = (ruleSet: RuleSet, { outcome, rules }: OutcomeStep): Plan['steps'][number] => ({
  outcome,
  rules: rules.map((rule) => ruleSet.rules.indexOf(rule)),
});

/**
 * Resolves a rule set that passed every check of the loader.
 *
 * @throws Error when it holds parameters only, or names something that is not there.
 */
export const planOf = (ruleSet: RuleSet, kind: Pick<SituationKind, 'facts'>): Plan => {
  const policy = ruleSet.outcome;
  if (policy === null) throw new Error(`${ruleSet.id} holds parameters only, there is nothing to judge`);

  const facts = new Map<string, PlannedFact>();
  const cutoffs = new Set<string>();
  const shared = new Map<string, Planned>();

  const factNamed = (name: string, rule: string): PlannedFact => {
    const known = facts.get(name);
    if (known) return known;
    const description = kind.facts.get(name);
    if (!description) throw new Error(`${ruleSet.id}: rule ${rule} looks at no such fact: ${name}`);
    const fact = { ...description, name, rule };
    facts.set(name, fact);
    return fact;
  };

  const cutoffOf = (parameter: string): string => {
    cutoffs.add(parameter);
    return parameter;
  };

  const leftOf = ({ fact, params }: Comparison, rule: string): Left =>
    params === undefined
      ? { kind: 'fact', fact: factNamed(fact, rule) }
      : { kind: 'count', list: factNamed(params.fact, rule), cutoff: cutoffOf(params.parameter) };

  const rightOf = (value: Comparison['value'], rule: string): Right => {
    if (!isReference(value)) return { kind: 'value', value };
    if (value.params !== undefined) return { kind: 'cutoff', cutoff: cutoffOf(value.params.parameter) };
    if (value.fact === 'date.asOf') return { kind: 'asOf' };
    const parameter = value.fact.startsWith('param.')
      ? own(ruleSet.parameters, value.fact.slice('param.'.length))
      : undefined;
    return parameter
      ? { kind: 'value', value: parameter.value }
      : { kind: 'fact', fact: factNamed(value.fact, rule) };
  };

  const planned = (condition: Condition, rule: string): Planned => {
    if ('all' in condition) return { kind: 'all', parts: condition.all.map((part) => planned(part, rule)) };
    if ('any' in condition) return { kind: 'any', parts: condition.any.map((part) => planned(part, rule)) };
    if ('not' in condition) return { kind: 'not', part: planned(condition.not, rule) };
    if ('condition' in condition) {
      const name = condition.condition;
      const conditions = own(ruleSet.sharedConditions, name)?.conditions;
      if (!conditions) throw new Error(`${ruleSet.id}: rule ${rule} refers to no such condition: ${name}`);
      if (!shared.has(name)) shared.set(name, planned(conditions, rule));
      return { kind: 'shared', name };
    }
    const left = leftOf(condition, rule);
    const right = rightOf(condition.value, rule);
    return {
      kind: 'comparison',
      left,
      operator: condition.operator,
      right,
      ...(isReference(condition.value) && { against: referenceName(condition.value) }),
    };
  };

  const appliesWhen = ruleSet.appliesWhen ? planned(ruleSet.appliesWhen, 'appliesWhen') : null;
  const rules = ruleSet.rules.map(({ id, conditions }) => ({ id, condition: planned(conditions, id) }));
  return {
    ruleSet,
    policy,
    facts: [...facts.values()],
    cutoffs: [...cutoffs],
    shared,
    appliesWhen,
    rules,
    steps: outcomeSteps(policy, ruleSet.rules).map((step) => stepOf(ruleSet, step)),
    otherwise: policy.whenNone,
    elsewhere: outcomeElsewhere(policy),
  };
};

/** The day of every cutoff, by the parameter whose period is counted back from `asOf`. */
export const cutoffDays = (plan: Plan, asOf: CalendarDate): ReadonlyMap<string, CalendarDate> =>
  new Map(plan.cutoffs.map((parameter) => [parameter, asOfMinus(plan.ruleSet, asOf, parameter)]));
