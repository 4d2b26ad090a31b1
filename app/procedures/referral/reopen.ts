import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';
import { loadReferral, type ShownReferral, shownReferral } from './support.ts';

/** A result that was registered by mistake: the referral is 未登録 again, as old as it is. */
export const reopenReferral = defineProcedure<ShownReferral & { reason: string }, null>({
  name: 'referral.reopen',
  permission: 'referral.correct',
  input: object({ ...shownReferral, reason: shortText(300) }),
  audit: 'referral.reopened',

  async run(context, { reason, ...shown }) {
    const { stores, record } = context;
    const referral = await loadReferral(context, shown, 'reopen');
    await stores.referrals.update({
      ...referral,
      state: 'referred',
      settled: null,
      channel: null,
      conditionsDiffered: null,
      conditionsNote: null,
    });
    record({
      subject: { type: 'referral', id: referral.id },
      detail: { from: referral.state, channel: referral.channel },
      personal: { reason },
    });
    return done(null);
  },
});
