/**
 * Dates, times, money and numbers as Japanese readers write them.
 *
 * Pure arithmetic, no Intl and no time zone of the machine: the server and the browser print the same bytes.
 * Dates are `YYYY-MM-DD`, instants ISO text in UTC; both are shown as Asia/Tokyo, which has no summer time.
 */

export { phone } from '#app/domain/phone.ts';

const weekdays = ['日', '月', '火', '水', '木', '金', '土'] as const;

/** First days of the eras, newest first (元号を改める政令). */
const eras = [
  { name: '令和', from: '2019-05-01' },
  { name: '平成', from: '1989-01-08' },
  { name: '昭和', from: '1926-12-25' },
  { name: '大正', from: '1912-07-30' },
  { name: '明治', from: '1868-01-25' },
] as const;

type Parts = { year: number; month: number; day: number; weekday: string };

function partsOf(date: string): Parts {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day, weekday: weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '' };
}

/** `令和8年`, `令和元年`; before 明治 the western year. */
export function eraYear(date: string): string {
  const { year } = partsOf(date);
  const era = eras.find((one) => one.from <= date);
  if (era === undefined) return `${year}年`;
  const count = year - Number(era.from.slice(0, 4)) + 1;
  return `${era.name}${count === 1 ? '元' : count}年`;
}

/** On screen, in full: `2026年11月22日(日)（令和8年）`. */
export function longDate(date: string): string {
  const { year, month, day, weekday } = partsOf(date);
  return `${year}年${month}月${day}日(${weekday})（${eraYear(date)}）`;
}

/** In a sentence of this year: `12月4日(金)`. */
export function dayOfYear(date: string): string {
  const { month, day, weekday } = partsOf(date);
  return `${month}月${day}日(${weekday})`;
}

/** Where the weekday is said otherwise: `12月4日`. */
export function monthDay(date: string): string {
  const { month, day } = partsOf(date);
  return `${month}月${day}日`;
}

/** In lists: `11/22(日)`. */
export function shortDate(date: string): string {
  const { month, day, weekday } = partsOf(date);
  return `${month}/${day}(${weekday})`;
}

/** On paper: `令和8年11月22日`. */
export function eraDate(date: string): string {
  const { month, day } = partsOf(date);
  return `${eraYear(date)}${month}月${day}日`;
}

/** In the header of staff pages: `令和8年11月22日(日)`. */
export function eraDateWithWeekday(date: string): string {
  return `${eraDate(date)}(${partsOf(date).weekday})`;
}

/** The calendar date and the minute of an instant in Asia/Tokyo. */
function inJapan(instant: string): { date: string; time: string } {
  const shifted = new Date(Date.parse(instant) + 9 * 60 * 60 * 1000).toISOString();
  return { date: shifted.slice(0, 10), time: shifted.slice(11, 16) };
}

/** The calendar date of an instant in Asia/Tokyo, as `YYYY-MM-DD`. */
export const dateOfInstant = (instant: string): string => inJapan(instant).date;

/** `14:05` */
export const timeOfInstant = (instant: string): string => inJapan(instant).time;

/** In lists: `11/22(日) 14:05`. */
export function shortInstant(instant: string): string {
  const { date, time } = inJapan(instant);
  return `${shortDate(date)} ${time}`;
}

/** On screen, in full: `2026年11月22日(日)（令和8年）14:05`. */
export function longInstant(instant: string): string {
  const { date, time } = inJapan(instant);
  return `${longDate(date)}${time}`;
}

/** On paper: `令和8年11月22日 14時05分`. */
export function eraInstant(instant: string): string {
  const { date, time } = inJapan(instant);
  return `${eraDate(date)} ${time.replace(':', '時')}分`;
}

/** `1,234,567` */
export const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** `1,050円` */
export const yen = (value: number): string => `${grouped(value)}円`;

/** `12件` */
export const count = (value: number): string => `${grouped(value)}件`;

/** `1234567` → `〒123-4567` */
export const postalCode = (digits: string): string =>
  /^\d{7}$/.test(digits) ? `〒${digits.slice(0, 3)}-${digits.slice(3)}` : digits;

/** お問い合わせ番号 as it is read out: 482-109-355. */
export const inquiryNumber = (digits: string): string =>
  `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
