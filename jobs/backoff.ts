const firstMs = 30_000;
const longestMs = 3_600_000;

/** Attempts after which a job without an end of its own is given up: about three days of hourly tries. */
export const attemptsBeforeGivingUp = 80;

/**
 * How long a job rests after its `attempts`-th failed attempt, in whole milliseconds: 30 s, doubled each time, at most
 * an hour, ±50 % so that jobs which failed together do not come back together.
 */
export function restAfter(attempts: number, random: () => number): number {
  const middle = Math.min(firstMs * 2 ** (attempts - 1), longestMs);
  return Math.round(middle * (0.5 + random()));
}
