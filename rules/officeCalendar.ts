import holidayJp from '@holiday-jp/holiday_jp';
import { type CalendarDate, type OfficeCalendar, parseCalendarDate } from '#app/domain/calendar.ts';

/**
 * The table's names as people say them. It calls the day between two holidays 休日, which is 国民の休日
 * (国民の祝日に関する法律 art. 3 para. 3), and names a 振替休日 after the holiday of the day before, which in May need not be
 * the one it stands in for.
 */
const named = (name: string): string => {
  if (name.endsWith('振替休日')) return '振替休日';
  return name === '休日' ? '国民の休日' : name;
};

const holidays: ReadonlyMap<string, string> = new Map(
  Object.entries(holidayJp.holidays).map(([date, holiday]) => [date, named(holiday.name)]),
);

const years = [...holidays.keys()].map((date) => Number(date.slice(0, 4)));

/** The years the holiday table covers, first and last included. */
export const holidayYears = { first: Math.min(...years), last: Math.max(...years) };

/** Name of the national holiday, 振替休日 included, or null. @throws RangeError for a year outside the table. */
export const holidayName = (date: CalendarDate): string | null => {
  const year = Number(parseCalendarDate(date).slice(0, 4));
  if (year < holidayYears.first || year > holidayYears.last) {
    throw new RangeError(
      `the holiday table covers ${holidayYears.first} to ${holidayYears.last}, not ${date}: whether the office is open cannot be said`,
    );
  }
  return holidays.get(date) ?? null;
};

/** An office's own days as they are stored: opened for every procedure, or closed, against the general rule. */
export type OfficeDays = { extraOpen: readonly CalendarDate[]; extraClosed: readonly CalendarDate[] };

/**
 * The calendar of one office: the national rule with the office's own days laid over it.
 * A Saturday opened for placement work only is not an open day and does not belong in `extraOpen`.
 */
export const officeCalendar = (days: OfficeDays): OfficeCalendar => ({
  holidayName,
  extraOpen: new Set(days.extraOpen.map(parseCalendarDate)),
  extraClosed: new Set(days.extraClosed.map(parseCalendarDate)),
});
