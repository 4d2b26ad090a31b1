import type { CalendarDate } from '#app/domain/calendar.ts';
import {
  canReferralMove,
  type Referral,
  type ReferralAges,
  type ReferralEvent,
} from '#app/domain/referral.ts';
import { overdueBefore } from '#app/domain/restriction.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import { Conflict, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import { recordId, version } from '../schemas.ts';

/** The referral as it was shown: which, and at which version. */
export const shownReferral = { referralId: recordId, version };
export type ShownReferral = { referralId: string; version: number };

/** The referral as the actor may see it, still at the version that was shown. */
export async function loadReferral(
  { stores, scope }: Pick<ProcedureContext, 'stores' | 'scope'>,
  shown: ShownReferral,
  event: ReferralEvent,
): Promise<Referral> {
  const referral = notFoundUnless(await stores.referrals.find(scope, shown.referralId));
  if (referral.version !== shown.version || !canReferralMove(event, referral.state))
    throw new Conflict({ type: 'referral', id: referral.id });
  return referral;
}

/** The weeks and the limit of the rules in force, as days of `today`. */
export function agesOn(rules: RuleCatalogue, today: CalendarDate): ReferralAges {
  const restriction = (name: string) => Number(rules.parameter('restriction/overdue-results', name, today));
  const overdueWeeks = restriction('overdueWeeks');
  return {
    overdueBefore: overdueBefore(today, overdueWeeks),
    overdueWeeks,
    noticeWeeks: Number(rules.parameter('notice/missing-result', 'noticeWeeks', today)),
    maxUnregistered: restriction('maxUnregistered'),
  };
}
