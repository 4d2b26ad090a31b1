import type { CalendarDate } from '#app/domain/calendar.ts';
import type { DeadlineDays } from '#app/domain/deadline.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import { validUntil } from '../posting/judgement.ts';
import { agesOn } from '../referral/support.ts';

/** When what is counted in days falls: each period has elapsed on the day after its last. */
export function deadlineDays(rules: RuleCatalogue, today: CalendarDate): DeadlineDays {
  const { noticeWeeks, overdueWeeks } = agesOn(rules, today);
  return {
    notice: noticeWeeks * 7 + 1,
    overdue: overdueWeeks * 7 + 1,
    erasure: Number(rules.parameter('retention/account', 'withdrawalDays', today)) + 1,
  };
}

/** With whether a 有効期限 is the day that its acceptance gave, which an extension or a stop may have changed. */
export const asAccepted = <Deadline extends { kind: string; date: CalendarDate; since: CalendarDate | null }>(
  rules: RuleCatalogue,
  deadline: Deadline,
): Deadline & { asAccepted: boolean } => ({
  ...deadline,
  asAccepted:
    deadline.kind === 'validity' &&
    deadline.since !== null &&
    validUntil(rules, deadline.since) === deadline.date,
});
