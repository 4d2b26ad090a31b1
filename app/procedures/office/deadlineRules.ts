import type { CalendarDate } from '#app/domain/calendar.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import { validUntil } from '../posting/judgement.ts';

/** Days from a withdrawal until its account may be erased: the period has elapsed on the day after its last. */
export const daysToErasure = (
  rules: RuleCatalogue,
  today: CalendarDate,
): { period: number; until: number } => {
  const period = Number(rules.parameter('retention/account', 'withdrawalDays', today));
  return { period, until: period + 1 };
};

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
