/** A day of the calendar, `YYYY-MM-DD`, years 0001–9999. It has no time and no zone. */
export type CalendarDate = string;

/** A length of time as laws and leaflets write it: 14日, 3週間, 1年. */
export type Period = { count: number; unit: 'days' | 'weeks' | 'months' | 'years' };

/** Which days an office is open, as data. A holiday table covers some years only; `holidayName` throws outside them. */
export type OfficeCalendar = {
  /** Name of the national holiday on that day, or null. */
  holidayName(date: CalendarDate): string | null;
  /** Days the office opens for every procedure although the general rule closes it. */
  extraOpen: ReadonlySet<CalendarDate>;
  /** Days the office closes by its own decision; a map gives the reason of each. */
  extraClosed: ReadonlySet<CalendarDate> | ReadonlyMap<CalendarDate, string>;
};

/** Sunday is 0, as in `Date`. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const DAY = 86_400_000;

type Parts = { year: number; month: number; day: number };

const partsOf = (date: CalendarDate): Parts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8)),
});

const daysInMonth = (year: number, month: number): number => {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeapYear ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** True for the text of a day that exists: `2024-02-29` yes, `2023-02-29` and `2024-2-9` no. */
export const isCalendarDate = (value: unknown): value is CalendarDate => {
  if (typeof value !== 'string' || !SHAPE.test(value)) return false;
  const { year, month, day } = partsOf(value);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
};

/** The same text, once it is known to be a day that exists. @throws RangeError otherwise. */
export const parseCalendarDate = (text: unknown): CalendarDate => {
  if (!isCalendarDate(text)) {
    throw new RangeError(`not an existing date YYYY-MM-DD: ${String(JSON.stringify(text)).slice(0, 40)}`);
  }
  return text;
};

const toMillis = (date: CalendarDate): number => Date.parse(`${parseCalendarDate(date)}T00:00:00Z`);

const fromMillis = (millis: number): CalendarDate =>
  parseCalendarDate(new Date(millis).toISOString().slice(0, 10));

const write = (year: number, month: number, day: number): CalendarDate => {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return parseCalendarDate(text);
};

/** The day `days` days later; earlier when negative. */
export const addDays = (date: CalendarDate, days: number): CalendarDate => {
  if (!Number.isSafeInteger(days)) throw new RangeError(`not a whole number of days: ${days}`);
  return fromMillis(toMillis(date) + days * DAY);
};

/** The day with the same number `months` months later (earlier when negative); the month's last day where it has no such day. */
export const plusMonths = (date: CalendarDate, months: number): CalendarDate => {
  if (!Number.isSafeInteger(months)) throw new RangeError(`not a whole number of months: ${months}`);
  const { year, month, day } = partsOf(parseCalendarDate(date));
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return write(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
};

const move = (date: CalendarDate, period: Period, direction: 1 | -1): CalendarDate => {
  if (!Number.isSafeInteger(period.count) || period.count < 0) {
    throw new RangeError(`not a whole, positive length: ${period.count}`);
  }
  const count = period.count * direction;
  switch (period.unit) {
    case 'days':
      return addDays(date, count);
    case 'weeks':
      return addDays(date, count * 7);
    case 'months':
      return plusMonths(date, count);
    case 'years':
      return plusMonths(date, count * 12);
  }
};

/**
 * The day `period` before `date`, with month ends clamped: 2024-02-29 − 1 year is 2023-02-28.
 *
 * "The period since day D has elapsed on day A" is `D < minusPeriod(A, period)`. That form agrees with
 * Civil Code art. 140, 141 and 143 on every day; adding the period to D instead is wrong around month ends.
 */
export const minusPeriod = (date: CalendarDate, period: Period): CalendarDate => move(date, period, -1);

/**
 * The last day of a period that follows an event on day `event`: the day of the event is not counted (art. 140),
 * and months and years end on the eve of the day that corresponds to the first one, or with the month where it has
 * no such day (art. 143). 2024-02-29 + 1 year ends with 2025-02-28, 2023-02-28 + 1 year with 2024-02-29.
 */
export const lastDayOfPeriod = (event: CalendarDate, period: Period): CalendarDate => {
  const first = addDays(event, 1);
  const corresponding = move(first, period, 1);
  const dayMissing = partsOf(corresponding).day !== partsOf(first).day;
  const countsInMonths = period.unit === 'months' || period.unit === 'years';
  return countsInMonths && dayMissing ? corresponding : addDays(corresponding, -1);
};

/** The last day of the month of `date`. */
export const endOfMonth = (date: CalendarDate): CalendarDate => {
  const { year, month } = partsOf(parseCalendarDate(date));
  return write(year, month, daysInMonth(year, month));
};

/** The weeks of a month `YYYY-MM`, Sunday first; null stands for days of its neighbours. */
export const weeksOf = (month: string): (CalendarDate | null)[][] => {
  const first = parseCalendarDate(`${month}-01`);
  const before = Array<null>(weekday(first)).fill(null);
  const days = Array.from({ length: partsOf(endOfMonth(first)).day }, (_, index) => addDays(first, index));
  const cells = [...before, ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    cells.slice(week * 7, week * 7 + 7),
  );
  return weeks.map((week) => [...week, ...Array<null>(7 - week.length).fill(null)]);
};

/** Day of the week, Sunday 0 to Saturday 6. */
export const weekday = (date: CalendarDate): Weekday => new Date(toMillis(date)).getUTCDay() as Weekday;

/** Negative, zero or positive as `a` is before, on or after `b`; for sorting. */
export const compareDates = (a: CalendarDate, b: CalendarDate): number => {
  const [left, right] = [parseCalendarDate(a), parseCalendarDate(b)];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Days from `from` to `until`; negative when `until` is earlier. */
export const daysBetween = (from: CalendarDate, until: CalendarDate): number =>
  (toMillis(until) - toMillis(from)) / DAY;

const isYearEnd = (date: CalendarDate): boolean => {
  const monthDay = date.slice(5);
  return monthDay >= '12-29' || monthDay <= '01-03';
};

const generallyClosed = (date: CalendarDate, calendar: OfficeCalendar): string | null => {
  const holiday = calendar.holidayName(date);
  if (holiday !== null) return holiday;
  if (isYearEnd(date)) return '年末年始';
  if (weekday(date) === 6) return '土曜日';
  if (weekday(date) === 0) return '日曜日';
  return null;
};

/**
 * Why the office is closed on that day, in Japanese, or null when it is open (閉庁日 / 開庁日).
 * Closed are national holidays, 12/29–1/3, Saturdays, Sundays (行政機関の休日に関する法律 art. 1) and the office's own
 * closed days; an extra open day lifts the general rule, and the office's own closing beats both.
 */
export const closedReason = (date: CalendarDate, calendar: OfficeCalendar): string | null => {
  const general = calendar.extraOpen.has(date) ? null : generallyClosed(date, calendar);
  if (general !== null || !calendar.extraClosed.has(date)) return general;
  const own = 'get' in calendar.extraClosed ? calendar.extraClosed.get(date) : undefined;
  return own ?? 'ハローワークが定めた閉庁日';
};

export const isOpenDay = (date: CalendarDate, calendar: OfficeCalendar): boolean =>
  closedReason(date, calendar) === null;

/**
 * 「期限日が閉庁日の場合は前開庁日まで」: `date` itself, or the nearest open day before it, with the closed days stepped over
 * on the way (latest first). null when no day from `notBefore` to `date` is open.
 */
export const lastOpenDayOnOrBefore = (
  date: CalendarDate,
  calendar: OfficeCalendar,
  notBefore: CalendarDate,
): { date: CalendarDate; closed: readonly { date: CalendarDate; reason: string }[] } | null => {
  const closed: { date: CalendarDate; reason: string }[] = [];
  for (let day = parseCalendarDate(date); compareDates(day, notBefore) >= 0; day = addDays(day, -1)) {
    const reason = closedReason(day, calendar);
    if (reason === null) return { date: day, closed };
    closed.push({ date: day, reason });
  }
  return null;
};

/** The first open day after `date`; a year ahead at most, because an office that is always closed has none. */
export const nextOpenDay = (date: CalendarDate, calendar: OfficeCalendar): CalendarDate => {
  for (let ahead = 1; ahead <= 366; ahead += 1) {
    const day = addDays(date, ahead);
    if (isOpenDay(day, calendar)) return day;
  }
  return addDays(date, 1);
};

/** Open days after `from` up to and including `until` (あと8開庁日); 0 when `until` is not later. */
export const countOpenDays = (from: CalendarDate, until: CalendarDate, calendar: OfficeCalendar): number => {
  let count = 0;
  for (let day = addDays(from, 1); compareDates(day, until) <= 0; day = addDays(day, 1)) {
    if (isOpenDay(day, calendar)) count += 1;
  }
  return count;
};

/** The `count`th open day after `from` (翌開庁日 is the first). @throws RangeError where there is none within a year. */
export const openDayAfter = (from: CalendarDate, count: number, calendar: OfficeCalendar): CalendarDate => {
  let left = count;
  for (let step = 1; step <= 366; step += 1) {
    const day = addDays(from, step);
    if (isOpenDay(day, calendar)) left -= 1;
    if (left === 0) return day;
  }
  throw new RangeError(`no ${count} open days within a year of ${from}`);
};
