import { type CalendarDate, parseCalendarDate } from '#app/domain/calendar.ts';
import { cutoffDays, type Plan } from './plan.ts';
import { dateNumber } from './values.ts';

/** A day of judgement with its cutoffs in the order of the plan, as text and as numbers. */
export type Moment = {
  asOf: CalendarDate;
  today: number;
  cutoffs: readonly CalendarDate[];
  cutoffNumbers: readonly number[];
};

/** How many days are remembered; cases of the past come from many days, in any order. */
const REMEMBERED = 10_000;

/**
 * The moments of a plan; the days of the cases are remembered.
 * @throws RangeError when `asOf` is not a day that exists, or a period goes back beyond the year 1.
 */
export const momentsOf = (plan: Plan): ((asOf: CalendarDate) => Moment) => {
  const known = new Map<CalendarDate, Moment>();
  return (asOf) => {
    const remembered = known.get(asOf);
    if (remembered) return remembered;
    const cutoffs = [...cutoffDays(plan, parseCalendarDate(asOf)).values()];
    const moment = { asOf, today: dateNumber(asOf), cutoffs, cutoffNumbers: cutoffs.map(dateNumber) };
    if (known.size >= REMEMBERED) known.clear();
    known.set(asOf, moment);
    return moment;
  };
};
