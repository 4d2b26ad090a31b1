import {
  mayRegister,
  type Referral,
  type ResultChannel,
  referralObstacle,
  referralResults,
  resultChannels,
} from '#app/domain/referral.ts';
import { done, type Refusal, refuse } from '#app/domain/refusal.ts';
import { refuseIfClosed } from '../account/access.ts';
import { BadInput, defineProcedure, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import { object, optionalText } from '../schemas.ts';
import {
  eventOf,
  loadReferral,
  type ShownReferral,
  settle,
  shownReferral,
  type ToldResult,
} from './support.ts';

type Input = ShownReferral &
  ToldResult & {
    /** How the office heard of it; `mypage` exactly where the employer registers. */
    channel: ResultChannel;
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
    const { actor } = context;
    const side = actor.kind === 'employer' ? 'employer' : 'clerk';
    if (!mayRegister(side, result) || (side === 'employer') !== (channel === 'mypage'))
      throw new BadInput(`The ${side} does not register ${result} by ${channel}.`);
    const referral = await loadReferral(context, shown, eventOf(result));
    const closed = actor.kind === 'employer' ? await refusalInMypage(context, referral) : null;
    if (closed) return closed;
    await settle(context, referral, { result, conditionsDiffered, conditionsNote }, channel);
    return done(null);
  },
});

/** The employer's own way ends with the posting; what a restriction closes does not include it. */
async function refusalInMypage(context: ProcedureContext, referral: Referral): Promise<Refusal | null> {
  const { scope, stores, today } = context;
  const posting = notFoundUnless(await stores.postings.find(scope, referral.postingId));
  if (referralObstacle(posting, today)) return refuse('result-posting-invalid');
  return refuseIfClosed(context, 'applicants', referral.officeId);
}
