import { canReferralMove, mayRegister, type Referral, referralObstacle } from '#app/domain/referral.ts';
import { done, type FieldError, type Refusal, refuse } from '#app/domain/refusal.ts';
import { resultField } from '#app/forms/referral.ts';
import { judgeOwnAccess, refusalIn } from '../account/access.ts';
import { BadInput, defineProcedure, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import { object, optionalText } from '../schemas.ts';
import { eventOf, type ShownReferral, settle, shownReferral, type ToldResult } from './support.ts';

type Row = ShownReferral & ToldResult;

/** As many as one page of the list shows. */
export const mostResults = 50;

/**
 * 選考結果の登録 of many applicants by the employer, in one go: all of them or, where one cannot be taken, none, with what
 * stands in the way of each (a row that the counter has settled meanwhile, a posting that has become invalid).
 */
export const registerResults = defineProcedure<{ rows: readonly Row[] }, { count: number }>({
  name: 'referral.registerResults',
  permission: 'referral.registerResult',
  input: object({
    rows: {
      type: 'array',
      minItems: 1,
      maxItems: mostResults,
      items: object({
        ...shownReferral,
        result: { type: 'string', enum: ['hired', 'not_hired'] },
        conditionsDiffered: { type: ['boolean', 'null'] },
        conditionsNote: optionalText(300),
      }),
    },
  }),
  audit: 'referral.resultRegistered',

  async run(context, { rows }) {
    const { actor, scope, stores } = context;
    if (actor.kind !== 'employer' || rows.some(({ result }) => !mayRegister('employer', result)))
      throw new BadInput('Only an employer registers results in the MyPage.');
    if (new Set(rows.map(({ referralId }) => referralId)).size < rows.length)
      throw new BadInput('An applicant is there twice.');
    const referrals: Referral[] = [];
    for (const { referralId } of rows)
      referrals.push(notFoundUnless(await stores.referrals.find(scope, referralId)));
    const refusal = await refusalOf(context, rows, referrals);
    if (refusal) return refusal;
    for (const [index, row] of rows.entries())
      await settle(context, notFoundUnless(referrals[index]), row, 'mypage');
    return done({ count: rows.length });
  },
});

async function refusalOf(
  context: ProcedureContext,
  rows: readonly Row[],
  referrals: readonly Referral[],
): Promise<Refusal | null> {
  const access = await judgeOwnAccess(context);
  const closed = await refusalIn(context, access, 'applicants', referrals[0]?.officeId ?? '');
  if (closed) return closed;
  const fields: FieldError[] = [];
  for (const [index, row] of rows.entries()) {
    const referral = notFoundUnless(referrals[index]);
    const field = resultField('result', referral.id);
    const { number, state } = referral;
    if (referral.version !== row.version || !canReferralMove(eventOf(row.result), state))
      fields.push({ field, code: 'result-settled', params: { number, state } });
    else if (await isTooLate(context, referral))
      fields.push({ field, code: 'result-too-late', params: { number } });
  }
  return fields.length === 0 ? null : refuse('results-not-taken', { fields });
}

async function isTooLate(
  { scope, stores, today }: ProcedureContext,
  { postingId }: Referral,
): Promise<boolean> {
  const posting = notFoundUnless(await stores.postings.find(scope, postingId));
  return referralObstacle(posting, today) !== null;
}
