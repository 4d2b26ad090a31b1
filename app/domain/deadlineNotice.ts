import type { CalendarDate } from './calendar.ts';

/** What an employer is reminded of before it comes: 来庁期限 and 有効期限. */
export type DeadlineNoticeKind = 'visit' | 'validity';

/** A reminder that was sent: once for each posting and deadline; a deadline that moves is another one. */
export type DeadlineNotice = {
  postingId: string;
  kind: DeadlineNoticeKind;
  deadline: CalendarDate;
  sentOn: CalendarDate;
};
