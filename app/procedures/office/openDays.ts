import {
  type CalendarDate,
  closedReason,
  countOpenDays,
  lastOpenDayOnOrBefore,
  type OfficeCalendar,
} from '#app/domain/calendar.ts';
import type { FieldError } from '#app/domain/refusal.ts';
import { officeCalendar } from '#rules/officeCalendar.ts';

/** An office's own days as its pages read them, with why it closes itself on a day. */
export type OwnDays = {
  extraOpen: readonly CalendarDate[];
  extraClosed: readonly CalendarDate[];
  reasons: Readonly<Record<CalendarDate, string>>;
};

/** The calendar of an office: the national rule, the office's own days over it, and the reason of each closing. */
export const calendarOf = (days: OwnDays): OfficeCalendar => ({
  ...officeCalendar(days),
  extraClosed: new Map(days.extraClosed.map((date) => [date, days.reasons[date] ?? ''])),
});

/** 残り開庁日 for each of the due dates of a page; null among them are passed over. */
export const openDaysLeft = (
  days: OwnDays,
  today: CalendarDate,
  dates: readonly (CalendarDate | null)[],
): Readonly<Record<CalendarDate, number>> => {
  const calendar = calendarOf(days);
  const known = [...new Set(dates.filter((date) => date !== null))];
  return Object.fromEntries(known.map((date) => [date, countOpenDays(today, date, calendar)]));
};

/** What is wrong with a day that somebody has set for the office: outside `first` to `last`, or a 閉庁日; else null. */
export function openDayProblem(
  field: string,
  day: CalendarDate,
  { first, last }: { first: CalendarDate; last: CalendarDate },
  calendar: OfficeCalendar,
): FieldError | null {
  if (day < first || day > last) return { field, code: 'outside-days', params: { first, last } };
  const reason = closedReason(day, calendar);
  if (reason === null) return null;
  const open = lastOpenDayOnOrBefore(day, calendar, first)?.date ?? '';
  return { field, code: 'closed-day', params: { day, reason, open } };
}
