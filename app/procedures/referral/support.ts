import { actorId } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import {
  canReferralMove,
  type Referral,
  type ReferralAges,
  type ReferralEvent,
  type ReferralResult,
  type ResultChannel,
  referralTransitions,
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

/** 選考結果 as somebody tells it. */
export type ToldResult = {
  result: ReferralResult;
  /** null unless hired. */
  conditionsDiffered: boolean | null;
  conditionsNote: string | null;
};

/** The move that a result is. */
export const eventOf = (result: ReferralResult): ReferralEvent => {
  const transition = referralTransitions.find(({ to }) => to === result);
  if (!transition) throw new Error(`No way to ${result}.`);
  return transition.event;
};

/** Writes a result that was found to be possible, with its audit row. */
export async function settle(
  { actor, stores, today, record }: ProcedureContext,
  referral: Referral,
  { result, conditionsDiffered, conditionsNote }: ToldResult,
  channel: ResultChannel,
): Promise<void> {
  const hired = result === 'hired';
  await stores.referrals.update({
    ...referral,
    state: result,
    settled: { on: today, by: actorId(actor) },
    channel,
    conditionsDiffered: hired ? (conditionsDiffered ?? false) : null,
    conditionsNote: hired && conditionsDiffered ? conditionsNote : null,
  });
  record({
    subject: { type: 'referral', id: referral.id },
    detail: { result, channel, conditionsDiffered, referredOn: referral.referredOn },
    personal: { conditionsNote },
  });
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
