import type { Account } from '#app/domain/account.ts';
import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import type { RetentionCounts } from '#db/stores/postings.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';

/** What the records say about a MyPage when it is judged whether it is kept. */
export type RetentionRecords = RetentionCounts & {
  /** 有効中の求人 of the establishment on the day. */
  validPostings: number;
  withdrawnOn: Account['withdrawnOn'];
};

/**
 * Whether a MyPage is kept or erased (leaflet: 「退会手続き完了後…完全に消去されます」, 「自動的に消去されます」),
 * judged on a day.
 */
export const judgeRetention = (
  rules: RuleCatalogue,
  { validPostings, lastInvalidOn, appliedAfterLastInvalid, withdrawnOn }: RetentionRecords,
  asOf: CalendarDate,
): Promise<Verdict> =>
  rules.decide('retention/account', {
    asOf,
    validPostings,
    applicationsAfterLastInvalid: appliedAfterLastInvalid,
    withdrawnOn,
    lastInvalidOn,
  });

/** The first day on which the rule erases a MyPage given up on `withdrawnOn`: the days it is kept have ended then. */
export const erasureDay = (
  rules: RuleCatalogue,
  withdrawnOn: CalendarDate,
  asOf: CalendarDate,
): CalendarDate =>
  addDays(withdrawnOn, Number(rules.parameter('retention/account', 'withdrawalDays', asOf)) + 1);
