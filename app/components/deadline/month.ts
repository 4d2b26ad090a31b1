import { type CalendarDate, endOfMonth, isCalendarDate, plusMonths } from '#app/domain/calendar.ts';
import { type DeadlineKind, deadlineKinds } from '#app/domain/deadline.ts';

export type AskedDeadlines = {
  /** `YYYY-MM` */
  month: string;
  first: CalendarDate;
  last: CalendarDate;
  kind: DeadlineKind | null;
  /** One day of the month, or null for all of it. */
  day: CalendarDate | null;
};

/** What an address asks of 期限; a month outside the years of the holiday table is this month. */
export function askedIn(
  url: URL,
  today: CalendarDate,
  years: { first: number; last: number },
): AskedDeadlines {
  const asked = url.searchParams.get('month') ?? '';
  const year = Number(asked.slice(0, 4));
  const known = isCalendarDate(`${asked}-01`) && year >= years.first && year <= years.last;
  const month = known ? asked : today.slice(0, 7);
  const kind = deadlineKinds.find((one) => one === url.searchParams.get('kind')) ?? null;
  const day = url.searchParams.get('day');
  return {
    month,
    first: `${month}-01`,
    last: endOfMonth(`${month}-01`),
    kind,
    day: isCalendarDate(day) && day.startsWith(month) ? day : null,
  };
}

/** The month before or after, `YYYY-MM`. */
export const monthBeside = (month: string, by: 1 | -1): string => plusMonths(`${month}-01`, by).slice(0, 7);
