import type { CalendarDate } from '#app/domain/calendar.ts';
import type { FactValue } from '#app/domain/verdict.ts';
import type { Plan, Planned, PlannedComparison, PlannedFact } from '#rules/compile/plan.ts';
import {
  type Boundaries,
  boundariesOf,
  comparisonsOf,
  factsIn,
  holds,
  type World,
  worldOf,
} from './boundaries.ts';

/** Where a condition holds: one bit for each case of a table. */
export type Truth = Uint32Array;

/** Situations of some facts, all boundary values combined, or a sample of them where there are too many. */
export type SituationTable = {
  world: World;
  length: number;
  /** Whether every combination that can differ is in it. */
  whole: boolean;
  facts: readonly PlannedFact[];
  valueAt(fact: string, index: number): FactValue;
  /** @param instead what a node stands for in place of what it says. */
  truthOf(condition: Planned, instead?: ReadonlyMap<Planned, boolean>): Truth;
};

/** The same numbers in every run, so that two analyses of one text find the same. */
const pseudoRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const placesOf = (sizes: readonly number[], length: number, every: boolean): readonly Uint16Array[] => {
  if (!every) {
    const random = pseudoRandom(length);
    return sizes.map((size) => Uint16Array.from({ length }, () => Math.floor(random() * size)));
  }
  let stride = 1;
  return sizes.map((size) => {
    const step = stride;
    stride *= size;
    return Uint16Array.from({ length }, (_, index) => Math.floor(index / step) % size);
  });
};

/** The conditions of one version and the day they are looked at on. */
export type Question = { plan: Plan; conditions: readonly Planned[]; world: World };

/** The boundary values of every fact that some of the questions look at. */
export const boundariesIn = (questions: readonly Question[]): readonly Boundaries[] => {
  const asked = questions.map(({ plan, conditions, world }) => ({
    comparisons: conditions.flatMap((condition) => comparisonsOf(plan, condition)),
    world,
  }));
  const facts = asked.flatMap(({ comparisons }) => comparisons.flatMap(factsIn));
  return [...new Map(facts.map((fact) => [fact.name, fact])).values()].map((fact) =>
    boundariesOf(fact, asked),
  );
};

/** For each of some lists, the place of the value that each case has: every combination, or the same sample always. */
export const combinationsOf = (
  sizes: readonly number[],
  limit: number,
): { length: number; every: boolean; places: readonly Uint16Array[] } => {
  const combined = sizes.reduce((product, size) => product * size, 1);
  const every = combined <= limit;
  const length = every ? combined : limit;
  return { length, every, places: placesOf(sizes, length, every) };
};

/**
 * The table of the facts that some conditions look at, on one day of judgement.
 * @param limit cases at most; where there are more combinations, so many are drawn, the same ones every time.
 */
export const tableOf = (
  plan: Plan,
  conditions: readonly Planned[],
  asOf: CalendarDate,
  limit: number,
): SituationTable => {
  const world = worldOf(plan, asOf);
  const boundaries = boundariesIn([{ plan, conditions, world }]);
  const facts = boundaries.map(({ fact }) => fact);
  const { length, every, places } = combinationsOf(
    boundaries.map(({ values }) => values.length),
    limit,
  );
  const at = new Map(facts.map(({ name }, index) => [name, index]));
  const words = Math.ceil(length / 32);
  const known = new Map<Planned, Truth>();

  const valueAt = (fact: string, index: number): FactValue => {
    const column = at.get(fact) ?? -1;
    return boundaries[column]?.values[places[column]?.[index] ?? 0] ?? null;
  };

  const filledBy = (test: (index: number) => boolean): Truth => {
    const truth = new Uint32Array(words);
    for (let index = 0; index < length; index += 1)
      if (test(index)) truth[index >>> 5] = (truth[index >>> 5] ?? 0) | (1 << (index & 31));
    return truth;
  };
  const everywhere = filledBy(() => true);

  const compared = (comparison: PlannedComparison): Truth => {
    const [first, second] = factsIn(comparison);
    const column = at.get(first?.name ?? '') ?? 0;
    const place = places[column] ?? new Uint16Array();
    if (second === undefined || second.name === first?.name) {
      const answers = (boundaries[column]?.values ?? []).map((value) =>
        holds(comparison, world, () => value),
      );
      return filledBy((index) => answers[place[index] ?? 0] === true);
    }
    return filledBy((index) => holds(comparison, world, ({ name }) => valueAt(name, index)));
  };

  const truthOf = (condition: Planned, instead?: ReadonlyMap<Planned, boolean>): Truth => {
    const replaced = instead?.get(condition);
    if (replaced !== undefined) return replaced ? everywhere : new Uint32Array(words);
    const keep = instead === undefined || condition.kind === 'comparison' || condition.kind === 'shared';
    const found = keep ? known.get(condition) : undefined;
    if (found) return found;
    const truth = ((): Truth => {
      switch (condition.kind) {
        case 'all':
          return condition.parts.map((part) => truthOf(part, instead)).reduce(both, everywhere);
        case 'any':
          return condition.parts.map((part) => truthOf(part, instead)).reduce(either, new Uint32Array(words));
        case 'not':
          return butNot(everywhere, truthOf(condition.part, instead));
        case 'shared': {
          const shared = plan.shared.get(condition.name);
          if (shared === undefined) throw new Error(`no shared condition ${condition.name}`);
          return truthOf(shared);
        }
        case 'comparison':
          return compared(condition);
      }
    })();
    if (keep) known.set(condition, truth);
    return truth;
  };

  return {
    world,
    length,
    whole: every && boundaries.every(({ whole }) => whole),
    facts,
    valueAt,
    truthOf,
  };
};

export const both = (a: Truth, b: Truth): Truth => a.map((word, index) => word & (b[index] ?? 0));
const either = (a: Truth, b: Truth): Truth => a.map((word, index) => word | (b[index] ?? 0));
/** Where the one holds and the other does not. */
export const butNot = (a: Truth, b: Truth): Truth => a.map((word, index) => word & ~(b[index] ?? 0));
export const isNowhere = (truth: Truth): boolean => truth.every((word) => word === 0);
export const isSame = (a: Truth, b: Truth): boolean => a.every((word, index) => word === b[index]);
