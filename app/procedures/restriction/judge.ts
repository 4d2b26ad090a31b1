import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import type { Unregistered } from '#db/stores/referrals.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';

/** Whether an establishment is to be restricted on a day, by its results that are missing. */
export const judgeOverdue = (
  rules: RuleCatalogue,
  referrals: readonly Unregistered[],
  asOf: CalendarDate,
): Promise<Verdict> => rules.decide('restriction/overdue-results', { asOf, referrals });

/** How many of the missing results are overdue. */
export const overdueCount = (referrals: readonly Unregistered[], overdueBefore: CalendarDate): number =>
  referrals.reduce(
    (sum, { referredOn, unregistered }) => (referredOn < overdueBefore ? sum + unregistered : sum),
    0,
  );
