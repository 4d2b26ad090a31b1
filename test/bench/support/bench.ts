/** One line of a benchmark. A ratio (`×`) is measured against something in the same run, by turns. */
export type BenchResult = {
  name: string;
  value: number;
  unit: string;
  /** What a ratio is measured against. */
  against: string | null;
  goal: string | null;
  met: boolean | null;
};

export type BenchContext = {
  /** The root of the project. */
  root: string;
  /** A line about what is being measured, for the person who waits. */
  say(line: string): void;
  /** How much invented data (db/seeds/volume/scale.ts); null for what the bench takes by itself. */
  scale: string | null;
};

/** A benchmark, one file each: `test/bench/<name>.bench.ts` exports it as `bench`. */
export type Bench = (context: BenchContext) => Promise<readonly BenchResult[]>;

/** What a ratio should be at least, or at most. */
export type Goal = { atLeast: number } | { atMost: number };

const rounded = (value: number): number => Number(value.toPrecision(3));

export const ratio = (name: string, value: number, against: string, goal?: Goal): BenchResult => {
  const met = goal && ('atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost);
  const words = goal && ('atLeast' in goal ? `>= ${goal.atLeast}` : `<= ${goal.atMost}`);
  return { name, value: rounded(value), unit: '×', against, goal: words ?? null, met: met ?? null };
};

export const figure = (name: string, value: number, unit: string): BenchResult => ({
  name,
  value: rounded(value),
  unit,
  against: null,
  goal: null,
  met: null,
});
