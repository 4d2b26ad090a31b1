import { done } from '#app/domain/refusal.ts';
import { keepVerdict, verdictDetail } from '../posting/support.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';

/**
 * 選考結果未入力通知, once for each referral (leaflet: 「2週間経過した時点で選考結果が登録されていない場合」). The rule decides;
 * where it says to wait, nothing is written.
 */
export const notifyMissingResult = defineProcedure<{ referralId: string }, null>({
  name: 'referral.notify',
  permission: 'referral.notify',
  input: object({ referralId: recordId }),
  audit: 'referral.noticed',

  async run(context, { referralId }) {
    const { scope, stores, rules, today, record, enqueue } = context;
    const referral = notFoundUnless(await stores.referrals.find(scope, referralId));
    const verdict = await rules.decide('notice/missing-result', {
      asOf: today,
      referredOn: referral.referredOn,
      resultRegistered: referral.state !== 'referred',
      noticeSent: referral.noticeSentOn !== null,
    });
    if (verdict.outcome !== 'notify') throw new Conflict({ type: 'referral', id: referral.id });
    await stores.referrals.update({ ...referral, noticeSentOn: today });
    await keepVerdict(context, { type: 'referral', id: referral.id }, 'notify', verdict);
    record({ subject: { type: 'referral', id: referral.id }, detail: verdictDetail(verdict) });
    enqueue({
      kind: 'mail.missingResult',
      payload: { referralId: referral.id },
      dedupe: `missingResult:${referral.id}`,
    });
    return done(null);
  },
});
