import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { type CalendarDate, compareDates } from '#app/domain/calendar.ts';
import type { Facts, FactValue } from '#app/domain/verdict.ts';
import { type OperatorName, operators } from './operators.ts';
import {
  asOfMinus,
  COUNT_BEFORE,
  type Comparison,
  type Condition,
  isReference,
  own,
  type RuleSet,
  referenceName,
} from './ruleset.ts';

/** The tree of a rule's conditions with what each node came to. Every leaf is judged; `ref` keeps the shared condition's name. */
export type Mark =
  | { kind: 'all' | 'any'; holds: boolean; ref?: string; parts: readonly Mark[] }
  | { kind: 'not'; holds: boolean; ref?: string; part: Mark }
  | {
      kind: 'comparison';
      holds: boolean;
      ref?: string;
      fact: string;
      /** Of `dates.countBefore`: the list whose days were counted, and up to which day (that day not included). */
      counted?: { fact: string; before: CalendarDate };
      value: FactValue;
      operator: OperatorName;
      /** The right side as the file writes it when it is a reference: `param.gapYears`. */
      against?: string;
      limit: FactValue;
    };

export type RuleRun = { rule: string; fired: boolean; mark: Mark };

/** What came of one run: whether the rule set applies at all, and every rule in file order. */
export type EngineRun = { applicable: boolean; appliesWhen?: Mark; rules: readonly RuleRun[] };

const APPLIES_WHEN = 'appliesWhen';

/** Every value a rule of this set may refer to besides the situation's facts. */
const constants = (ruleSet: RuleSet, asOf: CalendarDate): Facts => ({
  'date.asOf': asOf,
  ...Object.fromEntries(
    Object.entries(ruleSet.parameters).map(([name, { value }]) => [`param.${name}`, value]),
  ),
});

type Run = { ruleSet: RuleSet; asOf: CalendarDate; values: Facts };

const factValue = (run: Run, rule: string, name: string): FactValue => {
  const value = own(run.values, name);
  if (value === undefined) {
    throw new Error(
      `${run.ruleSet.id}: rule ${rule} looks at fact ${name}, which the situation does not give`,
    );
  }
  return value;
};

const dateListOf = (value: FactValue, name: string): readonly CalendarDate[] => {
  if (typeof value !== 'object' || value === null) throw new TypeError(`fact ${name} is not a list of days`);
  return value;
};

const countBefore = (days: readonly CalendarDate[], before: CalendarDate): number =>
  days.filter((day) => compareDates(day, before) < 0).length;

/** The left side of a comparison: a fact of the situation, or a count over one. */
const leftOf = (
  run: Run,
  rule: string,
  { fact, params }: Comparison,
): { value: FactValue; counted?: { fact: string; before: CalendarDate } } => {
  if (params === undefined) return { value: factValue(run, rule, fact) };
  const days = dateListOf(factValue(run, rule, params.fact), params.fact);
  const before = asOfMinus(run.ruleSet, run.asOf, params.parameter);
  return { value: countBefore(days, before), counted: { fact: params.fact, before } };
};

const limitOf = (run: Run, rule: string, value: Comparison['value']): FactValue => {
  if (!isReference(value)) return value;
  return value.params === undefined
    ? factValue(run, rule, value.fact)
    : asOfMinus(run.ruleSet, run.asOf, value.params.parameter);
};

const mark = (run: Run, rule: string, condition: Condition): Mark => {
  if ('all' in condition) {
    const parts = condition.all.map((part) => mark(run, rule, part));
    return { kind: 'all', holds: parts.every((part) => part.holds), parts };
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => mark(run, rule, part));
    return { kind: 'any', holds: parts.some((part) => part.holds), parts };
  }
  if ('not' in condition) {
    const part = mark(run, rule, condition.not);
    return { kind: 'not', holds: !part.holds, part };
  }
  if ('condition' in condition) {
    const shared = own(run.ruleSet.sharedConditions, condition.condition);
    if (!shared)
      throw new Error(`${run.ruleSet.id}: rule ${rule} refers to no such condition: ${condition.condition}`);
    return { ...mark(run, rule, shared.conditions), ref: condition.condition };
  }
  const { value, counted } = leftOf(run, rule, condition);
  const limit = limitOf(run, rule, condition.value);
  return {
    kind: 'comparison',
    holds: operators[condition.operator](value, limit),
    fact: condition.fact,
    ...(counted && { counted }),
    value,
    operator: condition.operator,
    ...(isReference(condition.value) && { against: referenceName(condition.value) }),
    limit,
  };
};

const conditionsOf = (ruleSet: RuleSet): { rule: string; condition: Condition }[] => [
  ...(ruleSet.appliesWhen ? [{ rule: APPLIES_WHEN, condition: ruleSet.appliesWhen }] : []),
  ...ruleSet.rules.map(({ id, conditions }) => ({ rule: id, condition: conditions })),
];

/** json-rules-engine rewrites what it is given (it sets priorities); the rule set in force stays as it was loaded. */
const engineForm = (condition: Condition): TopLevelCondition =>
  structuredClone(condition) as unknown as TopLevelCondition;

const newEngine = ({ ruleSet, asOf, values }: Run): Engine => {
  const engine = new Engine([], {
    allowUndefinedFacts: false,
    allowUndefinedConditions: false,
    replaceFactsInEventParams: false,
    pathResolver: () => {
      throw new Error('path is not used in rule files');
    },
  });
  for (const [name, holds] of Object.entries(operators)) engine.addOperator(name, holds);
  for (const [name, shared] of Object.entries(ruleSet.sharedConditions)) {
    engine.setCondition(name, engineForm(shared.conditions));
  }
  for (const [name, value] of Object.entries(values)) engine.addFact(name, value);
  engine.addFact('date.asOfMinus', (params) => asOfMinus(ruleSet, asOf, String(params.parameter)));
  engine.addFact(COUNT_BEFORE, (params) => {
    const name = String(params.fact);
    const days = dateListOf(own(values, name) ?? null, name);
    return countBefore(days, asOfMinus(ruleSet, asOf, String(params.parameter)));
  });
  for (const { rule, condition } of conditionsOf(ruleSet)) {
    engine.addRule({ name: rule, conditions: engineForm(condition), event: { type: rule } });
  }
  return engine;
};

/**
 * Judges one situation with json-rules-engine.
 *
 * Each run has an engine of its own: an engine shared by two overlapping runs silently skips every rule of the second.
 * The engine says which rules apply; our own walk over the same tree says why. The two must agree.
 *
 * @param facts every fact the rule set uses; a missing one is an error that names the rule and the fact.
 */
export const runEngine = async (ruleSet: RuleSet, facts: Facts, asOf: CalendarDate): Promise<EngineRun> => {
  const run: Run = { ruleSet, asOf, values: { ...facts, ...constants(ruleSet, asOf) } };
  const marks = conditionsOf(ruleSet).map(({ rule, condition }) => ({
    rule,
    mark: mark(run, rule, condition),
  }));

  const { events } = await newEngine(run).run();
  const fired = new Set(events.map((event) => event.type));
  for (const { rule, mark } of marks) {
    if (mark.holds !== fired.has(rule)) {
      throw new Error(`${ruleSet.id}: json-rules-engine and the marks disagree about ${rule}`);
    }
  }

  const scope = marks.find(({ rule }) => rule === APPLIES_WHEN);
  return {
    applicable: ruleSet.appliesWhen === undefined || fired.has(APPLIES_WHEN),
    ...(scope && { appliesWhen: scope.mark }),
    rules: marks
      .filter(({ rule }) => rule !== APPLIES_WHEN)
      .map(({ rule, mark }) => ({ rule, fired: mark.holds, mark })),
  };
};

/** The names of all facts a marked tree looked at, in order of appearance, the right sides included. */
export const factsSeen = (mark: Mark): readonly string[] => {
  switch (mark.kind) {
    case 'all':
    case 'any':
      return mark.parts.flatMap(factsSeen);
    case 'not':
      return factsSeen(mark.part);
    case 'comparison':
      return [mark.counted?.fact ?? mark.fact, ...(mark.against === undefined ? [] : [mark.against])];
  }
};
