import { addDays, type CalendarDate, lastOpenDayOnOrBefore } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { officeCalendar } from '#rules/officeCalendar.ts';
import { instantOf } from '../time.ts';

/** Days seen from the present one. */
export type Days = {
  today: CalendarDate;
  /** So many days ago, or the last open day before. */
  open(daysAgo: number): CalendarDate;
  /** So many days ago. */
  any(daysAgo: number): CalendarDate;
  /** A moment of a day, each one a little later than the one before, within the opening hours. */
  moment(day: CalendarDate): Instant;
};

const opening = 8 * 60 + 40;
const minutesOpen = 500;

export function daysBefore(today: CalendarDate): Days {
  const calendar = officeCalendar({ extraOpen: [], extraClosed: [] });
  const known = new Map<number, CalendarDate>();
  let tick = 0;
  return {
    today,
    any: (daysAgo) => addDays(today, -daysAgo),
    open: (daysAgo) => {
      const found = known.get(daysAgo);
      if (found !== undefined) return found;
      const day = addDays(today, -daysAgo);
      const open = lastOpenDayOnOrBefore(day, calendar, addDays(day, -14))?.date ?? day;
      known.set(daysAgo, open);
      return open;
    },
    moment: (day) => {
      tick = (tick + 1) % minutesOpen;
      const minute = opening + tick;
      const two = (value: number): string => String(value).padStart(2, '0');
      return instantOf(day, `${two(Math.floor(minute / 60))}:${two(minute % 60)}`);
    },
  };
}
