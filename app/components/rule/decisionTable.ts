import type { ConditionInWords, DescribedRule } from '#app/domain/explanation.ts';

/** A rule, or one of the ways in which it may apply: for each fact looked at, the lines of its cell. */
export type DecisionRow = { rule: string; title: string; cells: ReadonlyMap<string, readonly string[]> };

export type Decisions = { subjects: readonly string[]; rows: readonly DecisionRow[] };

/** Beyond it a table is harder to read than sentences. */
const MAX_SUBJECTS = 12;
const MAX_WAYS = 4;

type Cells = ReadonlyMap<string, readonly string[]>;

const subjectsOf = (condition: ConditionInWords): readonly string[] => {
  if (condition.kind === 'comparison') return [condition.subject];
  if (condition.kind === 'not') return subjectsOf(condition.part);
  return [...new Set(condition.parts.flatMap(subjectsOf))];
};

/** A condition on a single fact as the lines of its cell. */
const linesOf = (condition: ConditionInWords): readonly string[] => {
  switch (condition.kind) {
    case 'comparison':
      return [condition.predicate];
    case 'not':
      return ['次を満たさない', ...linesOf(condition.part).map((line) => `　${line}`)];
    case 'all':
      return condition.parts.flatMap(linesOf);
    case 'any':
      return condition.parts.flatMap((part, index) =>
        linesOf(part).map((line, place) => (index > 0 && place === 0 ? `または ${line}` : line)),
      );
  }
};

const merged = (one: Cells, other: Cells): Cells => {
  const cells = new Map(one);
  for (const [subject, lines] of other) cells.set(subject, [...(cells.get(subject) ?? []), ...lines]);
  return cells;
};

/** Every way in which a condition may hold, each a row; null where it cannot be said so. */
const waysOf = (condition: ConditionInWords): readonly Cells[] | null => {
  const [subject, ...others] = subjectsOf(condition);
  if (subject !== undefined && others.length === 0) return [new Map([[subject, linesOf(condition)]])];
  if (condition.kind === 'comparison' || condition.kind === 'not') return null;
  const parts = condition.parts.map(waysOf);
  if (!parts.every((part) => part !== null)) return null;
  const ways =
    condition.kind === 'any'
      ? parts.flat()
      : parts.reduce((sofar, part) => sofar.flatMap((way) => part.map((more) => merged(way, more))));
  return ways.length > MAX_WAYS ? null : ways;
};

/** The rules as a decision table, or null where they look at too much for one. */
export const decisionsOf = (rules: readonly DescribedRule[]): Decisions | null => {
  const subjects = [...new Set(rules.flatMap(({ condition }) => subjectsOf(condition)))];
  if (rules.length === 0 || subjects.length > MAX_SUBJECTS) return null;
  const rows = rules.map(({ rule, title, condition }) =>
    waysOf(condition)?.map((cells): DecisionRow => ({ rule, title, cells })),
  );
  return rows.every((row) => row !== undefined) ? { subjects, rows: rows.flat() } : null;
};
