import { type CalendarDate, countOpenDays, type OfficeCalendar } from '#app/domain/calendar.ts';
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
