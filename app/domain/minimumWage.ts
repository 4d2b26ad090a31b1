import { type CalendarDate, compareDates, plusMonths } from './calendar.ts';

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

const inOrder = (a: MinimumWage, b: MinimumWage): number =>
  a.prefecture < b.prefecture ? -1 : a.prefecture > b.prefecture ? 1 : compareDates(a.from, b.from);

/** Bounds of an amount somebody enters: outside them it is a slip of the finger, not a wage. */
export const minimumWageYen = { least: 500, most: 5000 } as const;

/** The days on which a wage that is entered today may begin: from this century's law on, to two years ahead. */
export const minimumWageDays = (today: CalendarDate): { first: CalendarDate; last: CalendarDate } => ({
  first: '2008-07-01',
  last: plusMonths(today, 24),
});

/** What makes somebody look twice at a wage before it is entered, beside the one in force until then. */
export type WageDoubt = 'lower' | 'steep' | 'past';

/** More than this above the one before is unusual: the rises of 2025 were up to 8.6 percent. */
const STEEP_PERCENT = 10;

export const doubtsAbout = (
  wage: MinimumWage,
  known: readonly MinimumWage[],
  today: CalendarDate,
): readonly WageDoubt[] => {
  const before = known
    .filter(({ prefecture, from }) => prefecture === wage.prefecture && from < wage.from)
    .toSorted(inOrder)
    .at(-1);
  return [
    ...(before !== undefined && wage.yen < before.yen ? (['lower'] as const) : []),
    ...(before !== undefined && wage.yen * 100 > before.yen * (100 + STEEP_PERCENT)
      ? (['steep'] as const)
      : []),
    ...(wage.from < today ? (['past'] as const) : []),
  ];
};

const sameStart = (a: MinimumWage, b: MinimumWage): boolean =>
  a.prefecture === b.prefecture && a.from === b.from;

/** `over` laid over `base`, by prefecture and day: what begins on the same day replaces, what does not is added. */
export const laidOver = (
  base: readonly MinimumWage[],
  over: readonly MinimumWage[],
): readonly MinimumWage[] =>
  [...base.filter((wage) => !over.some((other) => sameStart(wage, other))), ...over].toSorted(inOrder);

/** The wages of one prefecture, the earliest first. */
export const wagesOf = <Wage extends MinimumWage>(
  wages: readonly Wage[],
  prefecture: string,
): readonly Wage[] => wages.filter((wage) => wage.prefecture === prefecture).toSorted(inOrder);

/** The one in force on that day, of one prefecture's wages; null before the first that is known. */
export const inForceOn = <Wage extends MinimumWage>(
  wages: readonly Wage[],
  date: CalendarDate,
): Wage | null =>
  wages
    .filter(({ from }) => from <= date)
    .toSorted(inOrder)
    .at(-1) ?? null;

/** Those of one prefecture's wages that begin after that day, the earliest first. */
export const comingAfter = <Wage extends MinimumWage>(
  wages: readonly Wage[],
  date: CalendarDate,
): readonly Wage[] => wages.filter(({ from }) => from > date).toSorted(inOrder);
