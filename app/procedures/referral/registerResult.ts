import { actorId } from '#app/domain/actor.ts';
import {
  mayRegister,
  type Referral,
  type ReferralResult,
  type ResultChannel,
  referralObstacle,
  referralResults,
  referralTransitions,
  resultChannels,
} from '#app/domain/referral.ts';
import { done, type Refusal, refuse } from '#app/domain/refusal.ts';
import { refuseIfClosed } from '../account/access.ts';
import { BadInput, defineProcedure, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import { object, optionalText } from '../schemas.ts';
import { loadReferral, type ShownReferral, shownReferral } from './support.ts';

type Input = ShownReferral & {
  result: ReferralResult;
  /** How the office heard of it; `mypage` exactly where the employer registers. */
  channel: ResultChannel;
  conditionsDiffered: boolean | null;
  conditionsNote: string | null;
};

/**
 * 選考結果の登録: by the employer in the MyPage while the posting is valid, or 代行登録 by the counter at any time
 * (leaflet: 「求人が無効となった場合…選考結果は直接ハローワークにご連絡ください」). A restriction never closes it.
 */
export const registerResult = defineProcedure<Input, null>({
  name: 'referral.registerResult',
  permission: 'referral.registerResult',
  input: object({
    ...shownReferral,
    result: { type: 'string', enum: referralResults },
    channel: { type: 'string', enum: resultChannels },
    conditionsDiffered: { type: ['boolean', 'null'] },
    conditionsNote: optionalText(300),
  }),
  audit: 'referral.resultRegistered',

  async run(context, { result, channel, conditionsDiffered, conditionsNote, ...shown }) {
    const { actor, stores, today, record } = context;
    const side = actor.kind === 'employer' ? 'employer' : 'clerk';
    if (!mayRegister(side, result) || (side === 'employer') !== (channel === 'mypage'))
      throw new BadInput(`The ${side} does not register ${result} by ${channel}.`);
    const referral = await loadReferral(context, shown, eventOf(result));
    const closed = actor.kind === 'employer' ? await refusalInMypage(context, referral) : null;
    if (closed) return closed;
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
    return done(null);
  },
});

const eventOf = (result: ReferralResult) => {
  const transition = referralTransitions.find(({ to }) => to === result);
  if (!transition) throw new Error(`No way to ${result}.`);
  return transition.event;
};

/** The employer's own way ends with the posting; what a restriction closes does not include it. */
async function refusalInMypage(context: ProcedureContext, referral: Referral): Promise<Refusal | null> {
  const { scope, stores, today } = context;
  const posting = notFoundUnless(await stores.postings.find(scope, referral.postingId));
  if (referralObstacle(posting, today)) return refuse('result-posting-invalid');
  return refuseIfClosed(context, 'applicants', referral.officeId);
}
