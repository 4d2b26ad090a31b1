import type { CalendarDate } from './calendar.ts';
import type { Instant } from './clock.ts';

/** 追加した確認: staff put a posting or an establishment into the queue by hand, with a reason and a day. */
export type ExtraCheck = {
  id: string;
  officeId: string;
  establishmentId: string;
  /** Null for a check of the establishment. */
  postingId: string | null;
  reason: string;
  dueOn: CalendarDate;
  addedBy: string;
  addedAt: Instant;
  /** 確認済み: by whom, when, with which words; null while it is open. */
  settled: { by: string; at: Instant; note: string | null } | null;
  version: number;
};

/** The day that is proposed, in open days from today, and the last one that is taken. Figures of the house. */
export const checkOpenDays = 3;
export const longestCheckDays = 90;
