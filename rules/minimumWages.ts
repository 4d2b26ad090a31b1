import { type CalendarDate, parseCalendarDate } from '#app/domain/calendar.ts';
import type { MinimumWage } from '#app/domain/minimumWage.ts';
import data from './minimumWages.json' with { type: 'json' };

/** The wages the product ships: of 令和7年度, and before them those of 令和6年度. Later ones are entered by supervisors. */
export const shippedMinimumWages: readonly MinimumWage[] = data.rates.flatMap(
  ({ prefecture, earlier, yen, from }) => [
    { prefecture, yen: earlier, from: parseCalendarDate(data.earlierKnownFrom) },
    { prefecture, yen, from: parseCalendarDate(from) },
  ],
);

/** Where the shipped wages come from. */
export const shippedSource: string = data.source;

/** Whether a shipped wage began on that very day or, because its source does not say, on some day until then. */
export const beganBy = (from: CalendarDate): boolean => from === data.earlierKnownFrom;

/** Japanese names of the prefectures by code. */
export const prefectureNames: Readonly<Record<string, string>> = Object.fromEntries(
  data.rates.map(({ prefecture, name }) => [prefecture, name]),
);

/** The first day of the yearly revision that began last, on or before that day: the wages known should reach it. */
export const revisionBegun = (date: CalendarDate): CalendarDate => {
  const year = Number(parseCalendarDate(date).slice(0, 4));
  const thisYear = `${String(year).padStart(4, '0')}-${data.revisedFrom}`;
  return date >= thisYear ? thisYear : `${String(year - 1).padStart(4, '0')}-${data.revisedFrom}`;
};
