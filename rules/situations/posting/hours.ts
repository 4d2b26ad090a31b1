import { inTenths, type PostingValues } from './values.ts';

const MINUTES_A_DAY = 24 * 60;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Minutes from start to end; an end not later than the start is on the next day (夜勤). null while either is missing. */
const span = (start: string | null | undefined, end: string | null | undefined): number | null => {
  if (!start || !end) return null;
  const minutes = minutesOf(end) - minutesOf(start);
  return minutes > 0 ? minutes : minutes + MINUTES_A_DAY;
};

const shifts = (posting: PostingValues) => [
  [posting.shift1_start, posting.shift1_end],
  [posting.shift2_start, posting.shift2_end],
  [posting.shift3_start, posting.shift3_end],
];

/** Whether a shift has a beginning without an end or an end without a beginning. */
export const hasHalfShift = (posting: PostingValues): boolean =>
  shifts(posting).some(([start, end]) => Boolean(start) !== Boolean(end));

/** Whether the first shift is stated with both its times. */
export const hasShift = (posting: PostingValues): boolean =>
  span(posting.shift1_start, posting.shift1_end) !== null;

/**
 * Minutes of work of every day the posting describes: each shift without the break (労働基準法32条: 休憩時間を除き),
 * and the hours of 「又は…の間の○時間」, which are hours of work as they stand.
 */
const daysOfWork = (posting: PostingValues): readonly number[] => {
  const rest = posting.break_minutes ?? null;
  const spans = shifts(posting)
    .map(([start, end]) => span(start, end))
    .filter((minutes) => minutes !== null);
  const range = posting.hours_range_hours ?? null;
  return [
    ...(rest === null ? [] : spans.map((minutes) => Math.max(0, minutes - rest))),
    ...(range === null ? [] : [range * 60]),
  ];
};

/** Minutes of work on the longest of the described days; null while none is described. */
export const longestDay = (posting: PostingValues): number | null => {
  const days = daysOfWork(posting);
  return days.length === 0 ? null : Math.max(...days);
};

/** Minutes of work on the shortest of the described days; null while none is described. */
export const shortestDay = (posting: PostingValues): number | null => {
  const days = daysOfWork(posting);
  return days.length === 0 ? null : Math.min(...days);
};

/** Minutes of work in a week of so many days; null while one of the two is missing. */
export const inAWeek = (minutesADay: number | null, days: number | null | undefined): number | null =>
  minutesADay === null || days === null || days === undefined ? null : minutesADay * days;

const DAYS_A_YEAR = 365;

/**
 * Minutes of work in an average week of a year with so many holidays, parts of a minute counted as a whole one:
 * whether 40 hours are exceeded does not change by it.
 */
export const averageWeek = ({ annual_holidays, ...posting }: PostingValues): number | null => {
  const minutes = longestDay(posting);
  if (minutes === null || annual_holidays === null || annual_holidays === undefined) return null;
  const workDays = Math.max(0, DAYS_A_YEAR - annual_holidays);
  return Math.ceil((workDays * minutes * 7) / DAYS_A_YEAR);
};

/** Days of work in a year by its holidays; null while they are not stated. */
export const workDaysAYear = ({ annual_holidays }: PostingValues): number | null =>
  annual_holidays === null || annual_holidays === undefined
    ? null
    : Math.max(0, DAYS_A_YEAR - annual_holidays);

/**
 * How many days apart a year of the stated monthly average and a year with the stated holidays are, parts of a day left
 * off; null while one of the two is missing.
 */
export const yearDaysGap = (posting: PostingValues): number | null => {
  const tenths = inTenths(posting.avg_work_days_month ?? Number.NaN);
  const days = workDaysAYear(posting);
  return tenths === null || days === null ? null : Math.floor(Math.abs(tenths * 12 - days * 10) / 10);
};
