import { endOfMonth } from '#app/domain/calendar.ts';
import type { PeriodPart } from '#app/domain/reportPeriod.ts';

/** Whether a part of a period is a calendar month from its first to its last day. */
export const isWholeMonth = ({ from, until }: PeriodPart): boolean =>
  from.endsWith('-01') && until === endOfMonth(from);
