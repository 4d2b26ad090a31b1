import type { CalendarDate } from '#app/domain/calendar.ts';
import { minimumWagesText } from '#app/text/staff/minimumWages.ts';

/** An amount with the day it begins, as its source knows that day. */
export type ShownWage = { yen: number; from: CalendarDate; begunBy: boolean };

/** `2025/11/1` — a year is needed here, and the weekday is of no use. */
export const plainDate = (date: CalendarDate): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}/${month}/${day}`;
};

export const beganWords = ({ from, begunBy }: ShownWage): string =>
  begunBy ? minimumWagesText.begunBy(plainDate(from)) : plainDate(from);
