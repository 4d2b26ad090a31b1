import type { CalendarDate } from '#app/domain/calendar.ts';
import { formatReferralNumber } from '#app/domain/ids.ts';
import type { JobSeeker } from '#app/domain/jobSeeker.ts';
import type { Posting } from '#app/domain/posting.ts';
import { isForCertainSeekers, type Referral, referralObstacle } from '#app/domain/referral.ts';
import { done, type Refusal, refuse } from '#app/domain/refusal.ts';
import { hasOpenMypage } from '../account/openMypage.ts';
import { defineProcedure, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import { calendarDate, object, optionalText, recordId } from '../schemas.ts';

type Input = {
  seekerId: string;
  postingId: string;
  /** The employer was told by telephone. */
  phoned: boolean;
  /** The seeker is one of those whom a 専用求人 or a トライアル雇用求人 is for. */
  certainSeekers: boolean;
  interview: Referral['interview'];
  note: string | null;
};

type Result = {
  referralId: string;
  number: string;
  /** How the employer hears of it; `nobody` where there is no MyPage to write to. */
  told: 'phoned' | 'mailed' | 'nobody';
};

/**
 * 紹介 of a job seeker of the actor's office to a posting of any office that is valid today. Where the employer could
 * not be phoned, a mail says so (leaflet: 「連絡がつかない場合などに、求人者にご連絡する前に、マイページ宛に…」).
 */
export const makeReferral = defineProcedure<Input, Result>({
  name: 'referral.make',
  permission: 'referral.make',
  input: object({
    seekerId: recordId,
    postingId: recordId,
    phoned: { type: 'boolean' },
    certainSeekers: { type: 'boolean' },
    interview: object({
      on: { ...calendarDate, type: ['string', 'null'] },
      at: { type: ['string', 'null'], pattern: '^[0-2][0-9]:[0-5][0-9]$' },
      place: optionalText(100),
      contact: optionalText(60),
    }),
    note: optionalText(300),
  }),
  audit: 'referral.made',

  async run(context, input) {
    const { actor, scope, stores, today, now, newId, record, enqueue } = context;
    if (actor.kind !== 'staff') throw new Error('Only staff refer job seekers.');
    const seeker = notFoundUnless(await stores.jobSeekers.find(scope, input.seekerId));
    const posting = notFoundUnless(await stores.postings.find({ kind: 'all' }, input.postingId));
    const refusal = refusalToRefer(posting, today, input);
    if (refusal) return refusal;
    if (await stores.mismatchComplaints.holds(posting.id)) return refuse('referral-held');
    const referral: Referral = {
      id: newId(),
      number: await nextNumber(context, actor.officeId),
      postingId: posting.id,
      establishmentId: posting.establishmentId,
      officeId: posting.officeId,
      referringOfficeId: actor.officeId,
      seekerId: seeker.id,
      referredOn: today,
      referredBy: actor.id,
      phoned: input.phoned,
      state: 'referred',
      interview: input.interview,
      note: input.note,
      settled: null,
      channel: null,
      conditionsDiffered: null,
      conditionsNote: null,
      cancelReason: null,
      noticeSentOn: null,
      version: 1,
      createdAt: now,
    };
    if (!(await stores.referrals.insert(referral))) return alreadyReferred(context, seeker, posting);
    const told = input.phoned ? 'phoned' : (await hasOpenMypage(context, posting)) ? 'mailed' : 'nobody';
    record({
      subject: { type: 'referral', id: referral.id },
      detail: { number: referral.number, postingId: posting.id, seekerId: seeker.id, told },
      personal: { interview: input.interview, note: input.note },
    });
    if (told === 'mailed')
      enqueue({
        kind: 'mail.referralMade',
        payload: { referralId: referral.id },
        dedupe: `referralMade:${referral.id}`,
      });
    return done({ referralId: referral.id, number: referral.number, told });
  },
});

/** Why a seeker cannot be referred to the posting today, or null. */
function refusalToRefer(
  posting: Posting,
  today: CalendarDate,
  { certainSeekers, interview }: Pick<Input, 'certainSeekers' | 'interview'>,
): Refusal | null {
  const obstacle = referralObstacle(posting, today);
  if (obstacle) return refuse(obstacle);
  if (isForCertainSeekers(posting) && !certainSeekers)
    return refuse('referral-kind-open', {
      fields: [{ field: 'certain_seekers', code: 'required' }],
    });
  if (interview.on !== null && interview.on < today)
    return refuse('fields-wrong', { fields: [{ field: 'interview_on', code: 'past-day' }] });
  return null;
}

async function nextNumber({ stores }: ProcedureContext, officeId: string): Promise<string> {
  const office = notFoundUnless(await stores.offices.find(officeId));
  return formatReferralNumber(office.code, await stores.referrals.nextSerial(office.id));
}

async function alreadyReferred(
  { stores }: ProcedureContext,
  seeker: JobSeeker,
  posting: Posting,
): Promise<Refusal> {
  const earlier = notFoundUnless(await stores.referrals.between(seeker.id, posting.id));
  return refuse('referral-twice', { params: { number: earlier.number } });
}
