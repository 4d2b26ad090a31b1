import type { CalendarDate } from '#app/domain/calendar.ts';
import type { DueDateBasis } from '#app/domain/verdict.ts';
import { verdictText } from '#app/text/common.ts';
import { dayOfYear } from '#app/text/format.ts';

/** 「14日目の12月6日(日)は閉庁日のため、前の開庁日の12月4日(金)です。」 */
export const dueBasisText = (dueDate: CalendarDate, { days, rawDate }: DueDateBasis): string =>
  rawDate === dueDate
    ? verdictText.basisOpen(dayOfYear(rawDate), days)
    : verdictText.basisClosed(dayOfYear(rawDate), days, dayOfYear(dueDate));
