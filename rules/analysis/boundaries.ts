import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import type { FactValue } from '#app/domain/verdict.ts';
import {
  cutoffDays,
  type Plan,
  type Planned,
  type PlannedComparison,
  type PlannedFact,
} from '#rules/compile/plan.ts';
import { operators } from '#rules/operators.ts';

/** Choices of one list that are tried in every combination; beyond it each alone, all but each, none and all. */
const MAX_COMBINED = 10;
/** Days of a list that a count is tried with; a larger figure is not reached. */
const MAX_DAYS = 2_000;

/** Every comparison of a condition, in order; shared conditions are followed. */
export const comparisonsOf = (plan: Plan, condition: Planned): readonly PlannedComparison[] => {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.flatMap((part) => comparisonsOf(plan, part));
    case 'not':
      return comparisonsOf(plan, condition.part);
    case 'shared': {
      const shared = plan.shared.get(condition.name);
      return shared === undefined ? [] : comparisonsOf(plan, shared);
    }
    case 'comparison':
      return [condition];
  }
};

/** The facts a comparison looks at, the right side included. */
export const factsIn = ({ left, right }: PlannedComparison): readonly PlannedFact[] => [
  left.kind === 'fact' ? left.fact : left.list,
  ...(right.kind === 'fact' ? [right.fact] : []),
];

/** A day of judgement and the day of every cutoff. */
export type World = { asOf: CalendarDate; cutoffs: ReadonlyMap<string, CalendarDate> };

export const worldOf = (plan: Plan, asOf: CalendarDate): World => ({ asOf, cutoffs: cutoffDays(plan, asOf) });

const cutoffOf = (world: World, name: string): CalendarDate => world.cutoffs.get(name) ?? world.asOf;

const countBefore = (days: FactValue, before: CalendarDate): number =>
  typeof days === 'object' && days !== null ? days.filter((day) => day < before).length : 0;

/** Whether a comparison holds, by the operators of the engine. */
export const holds = (
  { left, operator, right }: PlannedComparison,
  world: World,
  value: (fact: PlannedFact) => FactValue,
): boolean => {
  const seen =
    left.kind === 'fact' ? value(left.fact) : countBefore(value(left.list), cutoffOf(world, left.cutoff));
  switch (right.kind) {
    case 'value':
      return operators[operator](seen, right.value);
    case 'fact':
      return operators[operator](seen, value(right.fact));
    case 'asOf':
      return operators[operator](seen, world.asOf);
    case 'cutoff':
      return operators[operator](seen, cutoffOf(world, right.cutoff));
  }
};

const limitIn = ({ right }: PlannedComparison, world: World): FactValue => {
  if (right.kind === 'value') return right.value;
  if (right.kind === 'asOf') return world.asOf;
  return right.kind === 'cutoff' ? cutoffOf(world, right.cutoff) : null;
};

/** The day so many days away, or the day itself at either end of the calendar. */
const shifted = (day: CalendarDate, days: number): CalendarDate => {
  try {
    return addDays(day, days);
  } catch (error) {
    if (error instanceof RangeError) return day;
    throw error;
  }
};

/** Each figure or day with its neighbours: one on each side, or more where several facts are held against each other. */
const around = (
  limits: readonly FactValue[],
  world: World,
  type: 'integer' | 'date',
  reach: number,
): FactValue[] => {
  const steps = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach);
  if (type === 'integer') {
    const numbers = limits.filter((limit) => typeof limit === 'number');
    return [0, ...numbers].flatMap((limit) => steps.map((step) => limit + step)).filter(Number.isSafeInteger);
  }
  const days = limits.filter((limit) => typeof limit === 'string');
  return [world.asOf, ...days].flatMap((day) => steps.map((step) => shifted(day, step)));
};

const combinations = (choices: readonly string[]): { values: string[][]; whole: boolean } => {
  if (choices.length <= MAX_COMBINED)
    return {
      values: Array.from({ length: 2 ** choices.length }, (_, bits) =>
        choices.filter((_choice, place) => (bits >> place) & 1),
      ),
      whole: true,
    };
  return {
    values: [
      [],
      [...choices],
      ...choices.map((choice) => [choice]),
      ...choices.map((choice) => choices.filter((other) => other !== choice)),
    ],
    whole: false,
  };
};

/**
 * Lists that bring the count to each figure and its neighbours: so many days before the cutoff, and one on it. A list
 * counted up to two different days, or to very many, is not tried in full.
 */
const dayLists = (
  mine: readonly PlannedComparison[],
  counts: readonly FactValue[],
  world: World,
): { values: FactValue[]; whole: boolean } => {
  const cutoffs = [
    ...new Set(mine.flatMap(({ left }) => (left.kind === 'count' ? [cutoffOf(world, left.cutoff)] : []))),
  ];
  const wanted = counts.filter((count): count is number => typeof count === 'number' && count >= 0);
  const reached = wanted.filter((count) => count <= MAX_DAYS);
  return {
    values: cutoffs.flatMap((cutoff) =>
      reached.map((count) => [...Array.from({ length: count }, () => shifted(cutoff, -1)), cutoff]),
    ),
    whole: cutoffs.length < 2 && reached.length === wanted.length,
  };
};

/** The fact and every other that it is held against, directly or by way of a third. */
const together = (fact: PlannedFact, comparisons: readonly PlannedComparison[]): ReadonlySet<string> => {
  const names = new Set([fact.name]);
  const pairs = comparisons.map((one) => factsIn(one).map(({ name }) => name));
  for (let before = 0; before < names.size; ) {
    before = names.size;
    for (const pair of pairs)
      if (pair.some((name) => names.has(name))) for (const name of pair) names.add(name);
  }
  return names;
};

/** The values of one fact; not `whole` where some that could matter were left out. */
export type Boundaries = { fact: PlannedFact; values: readonly FactValue[]; whole: boolean };

/** What one version asks of the facts on one day of judgement. */
export type Asked = { comparisons: readonly PlannedComparison[]; world: World };

const candidatesOf = (
  fact: PlannedFact,
  group: ReadonlySet<string>,
  { comparisons, world }: Asked,
): { values: readonly FactValue[]; whole: boolean } => {
  const limits = comparisons
    .filter((one) => factsIn(one).some(({ name }) => group.has(name)))
    .map((one) => limitIn(one, world));
  switch (fact.type) {
    case 'boolean':
      return { values: [false, true], whole: true };
    case 'enum':
      return { values: Object.keys(fact.choices ?? {}), whole: true };
    case 'integer':
    case 'date':
      return { values: around(limits, world, fact.type, group.size), whole: true };
    case 'enumList': {
      const named = new Set(limits.flat());
      const all = Object.keys(fact.choices ?? {});
      return combinations(group.size > 1 ? all : all.filter((choice) => named.has(choice)));
    }
    case 'dateList':
      return dayLists(
        comparisons.filter((one) => looksAt(one, fact)),
        around(limits, world, 'integer', group.size),
        world,
      );
  }
};

const looksAt = (comparison: PlannedComparison, { name }: PlannedFact): boolean =>
  factsIn(comparison).some((fact) => fact.name === name);

/**
 * The boundary values of a fact: for each figure or date it is held against, the one below, itself and the one above;
 * every choice; null where it may be null. Of values that nobody who asks tells apart only the first is kept.
 */
export const boundariesOf = (fact: PlannedFact, asked: readonly Asked[]): Boundaries => {
  const group = together(
    fact,
    asked.flatMap(({ comparisons }) => comparisons),
  );
  const candidates = asked.map((one) => candidatesOf(fact, group, one));
  const nothing: FactValue[] = fact.whenNull === undefined ? [] : [null];
  const values = [...nothing, ...candidates.flatMap((one) => one.values)];
  const signature = (value: FactValue): string =>
    group.size > 1
      ? JSON.stringify(value)
      : asked
          .flatMap(({ comparisons, world }) =>
            comparisons
              .filter((one) => looksAt(one, fact))
              .map((one) => (holds(one, world, () => value) ? '1' : '0')),
          )
          .join('');
  const told = new Map<string, FactValue>();
  for (const value of values) {
    const sign = signature(value);
    if (!told.has(sign)) told.set(sign, value);
  }
  return { fact, values: [...told.values()], whole: candidates.every(({ whole }) => whole) };
};
