import { type CalendarDate, compareDates } from './calendar.ts';

/** 地域別最低賃金: yen an hour in one prefecture (JIS X 0401, '01' to '47'), from a day on until the next one begins. */
export type MinimumWage = { prefecture: string; yen: number; from: CalendarDate };

/** One that a supervisor has entered; two of a prefecture never begin on the same day. */
export type EnteredMinimumWage = MinimumWage & {
  id: string;
  /** Where the figure stands: 官報, the announcement of the 労働局. */
  source: string;
  enteredBy: string;
  enteredAt: string;
  version: number;
};

/** Bounds of an amount somebody enters: outside them it is a slip of the finger, not a wage. */
export const minimumWageBounds = { least: 500, most: 5000 } as const;

const inOrder = (a: MinimumWage, b: MinimumWage): number =>
  a.prefecture < b.prefecture ? -1 : a.prefecture > b.prefecture ? 1 : compareDates(a.from, b.from);

const sameStart = (a: MinimumWage, b: MinimumWage): boolean =>
  a.prefecture === b.prefecture && a.from === b.from;

/** `over` laid over `base`, by prefecture and day: what begins on the same day replaces, what does not is added. */
export const laidOver = (
  base: readonly MinimumWage[],
  over: readonly MinimumWage[],
): readonly MinimumWage[] =>
  [...base.filter((wage) => !over.some((other) => sameStart(wage, other))), ...over].toSorted(inOrder);

/** The wages of one prefecture, the earliest first. */
export const wagesOf = (wages: readonly MinimumWage[], prefecture: string): readonly MinimumWage[] =>
  wages.filter((wage) => wage.prefecture === prefecture).toSorted(inOrder);

/** The one in force on that day, of one prefecture's wages; null before the first that is known. */
export const inForceOn = (wages: readonly MinimumWage[], date: CalendarDate): MinimumWage | null =>
  wages
    .filter(({ from }) => from <= date)
    .toSorted(inOrder)
    .at(-1) ?? null;

/** Those of one prefecture's wages that begin after that day, the earliest first. */
export const comingAfter = (wages: readonly MinimumWage[], date: CalendarDate): readonly MinimumWage[] =>
  wages.filter(({ from }) => from > date).toSorted(inOrder);
