import { actorId } from '#app/domain/actor.ts';
import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';
import { loadReferral, type ShownReferral, shownReferral } from './support.ts';

/** 紹介の取消し: made by mistake; it counts no more, and the seeker may be referred to the posting again. */
export const cancelReferral = defineProcedure<ShownReferral & { reason: string }, null>({
  name: 'referral.cancel',
  permission: 'referral.correct',
  input: object({ ...shownReferral, reason: shortText(300) }),
  audit: 'referral.cancelled',

  async run(context, { reason, ...shown }) {
    const { actor, stores, today, record } = context;
    const referral = await loadReferral(context, shown, 'cancel');
    await stores.referrals.update({
      ...referral,
      state: 'cancelled',
      settled: { on: today, by: actorId(actor) },
      cancelReason: reason,
    });
    record({
      subject: { type: 'referral', id: referral.id },
      detail: { referredOn: referral.referredOn },
      personal: { reason },
    });
    return done(null);
  },
});
