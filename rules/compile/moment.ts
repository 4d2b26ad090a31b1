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

/**
 * The moments of a plan. Cases usually come many to a day, so the last day is remembered.
 * @throws RangeError when `asOf` is not a day that exists, or a period goes back beyond the year 1.
 */
export const momentsOf = (plan: Plan): ((asOf: CalendarDate) => Moment) => {
  let last: Moment | null = null;
  return (asOf) => {
    if (last?.asOf === asOf) return last;
    const cutoffs = [...cutoffDays(plan, parseCalendarDate(asOf)).values()];
    last = { asOf, today: dateNumber(asOf), cutoffs, cutoffNumbers: cutoffs.map(dateNumber) };
    return last;
  };
};
