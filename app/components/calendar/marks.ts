import type { CalendarDate } from '#app/domain/calendar.ts';
import type { OfficeDay } from '#app/domain/officeDay.ts';
import { officeText } from '#app/text/staff/office.ts';

/** How a day of a calendar looks: closed by law, closed or open by the office, open for placement only. */
export type DayMark = 'closed' | 'own' | 'open' | 'placement' | null;

const markOfOpening = { closed: 'own', open: 'open', placement: 'placement' } as const;

type Closings = Readonly<Record<CalendarDate, string>>;

/** @param closings why the law closes every office, day by day; `own` is what this office does instead. */
export function markOfDay(date: CalendarDate, closings: Closings, own: readonly OfficeDay[]): DayMark {
  const day = own.find((one) => one.date === date);
  if (day !== undefined) return markOfOpening[day.opening];
  return closings[date] === undefined ? null : 'closed';
}

/** Why the day is closed, or what the office does on it; weekdays speak for themselves. */
export function nameOfDay(date: CalendarDate, closings: Closings, own: readonly OfficeDay[]): string | null {
  const day = own.find((one) => one.date === date);
  if (day !== undefined) return `${officeText.calendar.openings[day.opening]} ${day.reason}`;
  const reason = closings[date];
  return reason === undefined || /^[土日]曜日$/.test(reason) ? null : reason;
}
