import { addDays, type CalendarDate, closedReason, weekday } from '#app/domain/calendar.ts';
import { holidayYears, officeCalendar } from '#rules/officeCalendar.ts';

/** The days of a year on which the law closes every office: those with a name of their own, and weekends. */
export type YearOfDays = {
  year: number;
  years: { first: number; last: number };
  named: Readonly<Record<CalendarDate, string>>;
  weekends: readonly CalendarDate[];
};

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

/** @param asked a year as it stands in an address; one whose holidays are not known becomes this year. */
export function yearOfDays(asked: string | null, today: CalendarDate): YearOfDays {
  const wanted = /^\d{4}$/.test(asked ?? '') ? Number(asked) : Number(today.slice(0, 4));
  const known = wanted >= holidayYears.first && wanted <= holidayYears.last;
  const year = known ? wanted : Number(today.slice(0, 4));
  const closings = Object.entries(generalClosings(`${year}-01-01`, `${year}-12-31`));
  const isPlainWeekend = ([date, reason]: [string, string]): boolean =>
    [0, 6].includes(weekday(date)) && /^[土日]曜日$/.test(reason);
  return {
    year,
    years: holidayYears,
    named: Object.fromEntries(closings.filter((one) => !isPlainWeekend(one))),
    weekends: closings.filter(isPlainWeekend).map(([date]) => date),
  };
}
