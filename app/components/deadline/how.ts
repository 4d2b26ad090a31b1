import { type CalendarDate, weekday } from '#app/domain/calendar.ts';
import type { DeadlineDays, DeadlineKind } from '#app/domain/deadline.ts';
import type { DueDateBasis } from '#app/domain/verdict.ts';
import { shortDate } from '#app/text/format.ts';
import { deadlinesText } from '#app/text/staff/deadlines.ts';

export type ShownDeadline = {
  kind: DeadlineKind;
  date: CalendarDate;
  id: string;
  since: CalendarDate | null;
  jobTitle: string | null;
  number: string | null;
  establishmentId: string;
  establishmentName: string;
  reason: string | null;
  count: number;
  basis: DueDateBasis | null;
  /** 有効期限: whether it is the day that the acceptance gave. */
  asAccepted: boolean;
};

const text = deadlinesText.how;

/** What a date is about: a posting, or what the kind itself says. */
export function aboutWords({ kind, jobTitle, count }: ShownDeadline): string {
  if (kind === 'notice' || kind === 'overdue') return deadlinesText.missing(count);
  if (kind === 'promise' || kind === 'erasure') return deadlinesText.kinds[kind];
  return jobTitle ?? (kind === 'check' ? deadlinesText.kinds.check : deadlinesText.untitled);
}

/** Weekdays say by themselves why they are closed. */
const dayWords = ({ date, reason }: { date: CalendarDate; reason: string }): string =>
  [0, 6].includes(weekday(date)) ? shortDate(date) : text.skippedDay(date, reason);

/** 「仮登録 11/24(火) ＋ 14日 ＝ 12/8(火)」, with the closed days that were stepped over. */
function visitWords(due: CalendarDate, { from, days, rawDate, closed }: DueDateBasis): string {
  const plain = text.visit(from, days, rawDate);
  return rawDate === due ? plain : `${plain}${text.skipped(closed.toReversed().map(dayWords), due)}`;
}

/** How a date came about. */
export function howWords(deadline: ShownDeadline, after: DeadlineDays): string {
  const { kind, date, since, reason, basis, asAccepted } = deadline;
  switch (kind) {
    case 'visit':
      return basis === null ? text.unknown : visitWords(date, basis);
    case 'hold':
      return text.hold(since ?? date, reason ?? '');
    case 'check':
      return text.check(since ?? date, reason ?? '');
    case 'notice':
      return text.notice(since ?? date, (after.notice - 1) / 7);
    case 'overdue':
      return text.overdue(since ?? date, (after.overdue - 1) / 7);
    case 'promise':
      return text.promise(since ?? date);
    case 'validity':
      return asAccepted ? text.validity(since ?? date) : text.extended(since ?? date);
    case 'stop':
      return text.stop;
    case 'erasure':
      return text.erasure(since ?? date, after.erasure - 1);
  }
}
