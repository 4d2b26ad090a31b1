import type { CalendarDate } from '#app/domain/calendar.ts';
import {
  comingAfter,
  type EnteredMinimumWage,
  inForceOn,
  laidOver,
  type MinimumWage,
  wagesOf,
} from '#app/domain/minimumWage.ts';
import { beganBy, revisionBegun, shippedMinimumWages, shippedSource } from '#rules/minimumWages.ts';

/** One wage of a prefecture with where it comes from, as its page shows it. */
export type KnownWage = MinimumWage & {
  source: string;
  /** The day is the last on which it can have begun; its source does not say the very day. */
  begunBy: boolean;
  /** Null for one the product ships. */
  entered: EnteredMinimumWage | null;
};

export type PrefectureWages = {
  prefecture: string;
  current: KnownWage | null;
  next: KnownWage | null;
  /** Those that begin later, `next` first. */
  coming: readonly KnownWage[];
  /** The yearly revision has begun, and no wage of it is known. */
  missed: boolean;
};

const isEntered = (wage: MinimumWage): wage is EnteredMinimumWage => 'enteredBy' in wage;

const knownFrom = (wage: MinimumWage): KnownWage => {
  const { prefecture, yen, from } = wage;
  return isEntered(wage)
    ? { prefecture, yen, from, source: wage.source, begunBy: false, entered: wage }
    : { prefecture, yen, from, source: shippedSource, begunBy: beganBy(from), entered: null };
};

/** Every wage of one prefecture, shipped and entered, the earliest first. */
export const knownWagesOf = (
  entered: readonly EnteredMinimumWage[],
  prefecture: string,
): readonly KnownWage[] => wagesOf(laidOver(shippedMinimumWages, entered), prefecture).map(knownFrom);

/** What is in force on that day and what comes next, in every prefecture. */
export function wageOverview(
  entered: readonly EnteredMinimumWage[],
  today: CalendarDate,
): readonly PrefectureWages[] {
  const codes = [...new Set(shippedMinimumWages.map(({ prefecture }) => prefecture))];
  return codes.map((prefecture) => summaryOf(knownWagesOf(entered, prefecture), prefecture, today));
}

/** What is in force on that day and what comes next, out of one prefecture's wages. */
export function summaryOf(
  wages: readonly KnownWage[],
  prefecture: string,
  today: CalendarDate,
): PrefectureWages {
  const current = inForceOn(wages, today);
  const coming = comingAfter(wages, today);
  return {
    prefecture,
    current,
    next: coming[0] ?? null,
    coming,
    missed: (wages.at(-1)?.from ?? '') < revisionBegun(today),
  };
}

/** Whether the wage of that day is over, in force today, or still to come. */
export const stateOf = (
  wages: readonly KnownWage[],
  from: CalendarDate,
  today: CalendarDate,
): 'past' | 'current' | 'next' => {
  if (from > today) return 'next';
  return inForceOn(wages, today)?.from === from ? 'current' : 'past';
};

/** The yen known for that prefecture from that very day on; null where none begins on it. */
export const yenFrom = (
  entered: readonly EnteredMinimumWage[],
  { prefecture, from }: Pick<MinimumWage, 'prefecture' | 'from'>,
): number | null => knownWagesOf(entered, prefecture).find((wage) => wage.from === from)?.yen ?? null;
