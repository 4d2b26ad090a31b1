import { addDays, type CalendarDate } from './calendar.ts';
import type { ResultChannel } from './referral.ts';

/** How the employer was spoken to; a result registered in the MyPage is no talk. */
export type ReleaseChannel = Exclude<ResultChannel, 'mypage'>;

/** How a restriction ended. 利用制限解除: only the office lifts it, and says why. */
export type Release = {
  on: CalendarDate;
  /** The member of staff. */
  by: string;
  reason: string;
  /** 約束日: until its end the night does not restrict again; null where none was agreed on. */
  promisedOn: CalendarDate | null;
  /** The person at the establishment. */
  spokenTo: string | null;
  channel: ReleaseChannel | null;
  /** The 移管 by which it ended with its MyPage, without being lifted; null where the office lifted it. */
  transferId: string | null;
};

/** 利用制限 of a MyPage (leaflet: 「一部の機能…の利用が自動的に制限されます」); of each establishment at most one is open. */
export type Restriction = {
  id: string;
  establishmentId: string;
  officeId: string;
  begunOn: CalendarDate;
  /** The verdict that it follows; null where none was kept. */
  verdictId: string | null;
  /** null while it is in force. */
  released: Release | null;
};

const DAYS_OF_WEEK = 7;

/** The first day on which a referral counts as overdue: the last day of the period has ended. */
export const firstOverdueDay = (referredOn: CalendarDate, weeks: number): CalendarDate =>
  addDays(referredOn, weeks * DAYS_OF_WEEK + 1);

/** A referral before this day is overdue on `today`. */
export const overdueBefore = (today: CalendarDate, weeks: number): CalendarDate =>
  addDays(today, -weeks * DAYS_OF_WEEK);

/**
 * The night in which an establishment would be restricted if no result came in any more; null when it never would.
 * @param unregisteredOn days of referral without a result, oldest first
 * @param notBefore the first night that judges it: tomorrow, or the day after the promised one
 */
export function nextRestriction(
  unregisteredOn: readonly CalendarDate[],
  { overdueWeeks, maxUnregistered }: { overdueWeeks: number; maxUnregistered: number },
  notBefore: CalendarDate,
): CalendarDate | null {
  const deciding = unregisteredOn[maxUnregistered];
  if (deciding === undefined) return null;
  const day = firstOverdueDay(deciding, overdueWeeks);
  return day < notBefore ? notBefore : day;
}
