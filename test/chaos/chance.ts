/** Chance that repeats itself: the same seed, the same choices. */
export type Chance = {
  /** From 0 up to and without 1. */
  next(): number;
  /** Whether something of this probability happens. */
  happens(probability: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  /** A whole number of milliseconds. */
  milliseconds(from: number, to: number): number;
};

/** The generator mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    happens: (probability) => next() < probability,
    pick: (values) => {
      const picked = values[Math.floor(next() * values.length)];
      if (picked === undefined) throw new RangeError('There is nothing to pick from.');
      return picked;
    },
    milliseconds: (from, to) => Math.floor(from + next() * (to - from)),
  };
}
