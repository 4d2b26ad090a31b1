import { addDays, type CalendarDate, closedReason } from '#app/domain/calendar.ts';
import { holidayYears, officeCalendar } from '#rules/officeCalendar.ts';

/** The years whose holidays are known, and with them the closed days. */
export const knownYears = holidayYears;

const general = officeCalendar({ extraOpen: [], extraClosed: [] });

/** Why every office is closed on the days from `from` to `to`, both included; open days are left out. */
export function generalClosings(
  from: CalendarDate,
  to: CalendarDate,
): Readonly<Record<CalendarDate, string>> {
  const closed: Record<CalendarDate, string> = {};
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const reason = closedReason(day, general);
    if (reason !== null) closed[day] = reason;
  }
  return closed;
}

/**
 * A year with the days on which the law closes every office.
 * @param asked a year as it stands in an address; one whose holidays are not known becomes this year.
 */
export function yearOfDays(
  asked: string | null,
  today: CalendarDate,
): {
  year: number;
  years: { first: number; last: number };
  closings: Readonly<Record<CalendarDate, string>>;
} {
  const wanted = /^\d{4}$/.test(asked ?? '') ? Number(asked) : Number.NaN;
  const known = wanted >= holidayYears.first && wanted <= holidayYears.last;
  const year = known ? wanted : Number(today.slice(0, 4));
  return { year, years: holidayYears, closings: generalClosings(`${year}-01-01`, `${year}-12-31`) };
}
