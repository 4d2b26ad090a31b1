import type { CalendarDate } from '#app/domain/calendar.ts';
import {
  doubtsAbout,
  type EnteredMinimumWage,
  laidOver,
  type MinimumWage,
  minimumWageDays,
  type WageDoubt,
} from '#app/domain/minimumWage.ts';
import { shippedMinimumWages } from '#rules/minimumWages.ts';
import { yenFrom } from './known.ts';

/** What entering a wage would do. */
export type WagePreview<Wage extends MinimumWage> = Wage & {
  /** The yen known from that day on; null where none begins on it. */
  before: number | null;
  doubts: readonly WageDoubt[];
  /** The day is one on which no wage entered today can begin. */
  outsideDays: boolean;
};

export const isChange = ({ yen, before }: { yen: number; before: number | null }): boolean => yen !== before;

/** What entering these wages would do to the ones known; each is looked at as if the others were entered, too. */
export function previewOf<Wage extends MinimumWage>(
  entered: readonly EnteredMinimumWage[],
  wages: readonly Wage[],
  today: CalendarDate,
): readonly WagePreview<Wage>[] {
  const { first, last } = minimumWageDays(today);
  const known = laidOver(laidOver(shippedMinimumWages, entered), wages);
  return wages.map((wage) => {
    const before = yenFrom(entered, wage);
    const doubts = isChange({ ...wage, before }) ? doubtsAbout(wage, known, today) : [];
    return { ...wage, before, doubts, outsideDays: wage.from < first || wage.from > last };
  });
}
