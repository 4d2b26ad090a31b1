import { type CheckedReferral, ReferralNewPage } from '#app/components/referral/ReferralNewPage.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { parsePostingNumber, parseSeekerNumber } from '#app/domain/ids.ts';
import { isForCertainSeekers, referralObstacle } from '#app/domain/referral.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { readForm } from '#app/forms/read.ts';
import { referralForm, referralSubjectForm } from '#app/forms/referral.ts';
import { makeReferral } from '#app/procedures/referral/make.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import type { StaffLoader } from '#app/web/context.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { type ReferralSubject, referralSubject } from '#db/queries/referralSubject.ts';

export const meta = pageMeta(referralsText.newTitle);

const guard = { permission: 'referral.make' } as const;

type Asking = Pick<StaffLoader<unknown>, 'url' | 'query'>;

/** The two numbers of the address as they were typed, and the records they lead to. */
async function subjectOf({ url, query }: Asking) {
  const { values, typed, errors } = readForm(referralSubjectForm, url.searchParams);
  const seekerNumber = textIn(values, 'seeker_number') ?? '';
  const postingNumber = textIn(values, 'posting_number') ?? '';
  const numbers = {
    seekerNumber: parseSeekerNumber(seekerNumber) ?? seekerNumber,
    postingNumber: parsePostingNumber(postingNumber) ?? postingNumber,
  };
  const found = errors.length > 0 ? null : await query(referralSubject, numbers);
  return { typed, errors, numbers, found };
}

/** Why the two cannot come together, or null. */
function obstacleTo(
  { seeker, target, earlier }: ReferralSubject,
  numbers: { seekerNumber: string; postingNumber: string },
  today: CalendarDate,
): Refusal | null {
  if (!seeker) return refuse('referral-seeker-unknown', { params: { number: numbers.seekerNumber } });
  if (!target) return refuse('referral-posting-unknown', { params: { number: numbers.postingNumber } });
  const obstacle = referralObstacle(target.posting, today);
  if (obstacle) return refuse(obstacle);
  if (target.held) return refuse('referral-held');
  return earlier === null ? null : refuse('referral-twice', { params: { number: earlier } });
}

const checkedOf = ({ seeker, target }: ReferralSubject): CheckedReferral | null =>
  seeker && target
    ? {
        seeker: { name: seeker.name, number: seeker.number },
        posting: {
          number: target.posting.number ?? '',
          jobTitle: target.posting.jobTitle,
          validUntil: target.posting.validUntil,
          certainSeekers: isForCertainSeekers(target.posting),
        },
        establishment: {
          name: target.establishment.name,
          phone: target.establishment.phone,
          mypage: target.mypage,
        },
        office: target.office.name,
      }
    : null;

export const loader = staffRoute.loader(guard, async (ctx) => {
  const { typed, errors, numbers, found } = await subjectOf(ctx);
  const obstacle = found && obstacleTo(found, numbers, ctx.today);
  const asked = ctx.url.searchParams.has('posting_number') && typed.posting_number !== '';
  return {
    typed,
    wrong: asked && errors.length > 0 ? { refusal: null, errors, typed } : undefined,
    obstacle: obstacle && { code: obstacle.code, params: obstacle.params },
    checked: found && !obstacle ? checkedOf(found) : null,
    idempotencyKey: ctx.newKey(),
  };
});

const doneCodes = {
  phoned: 'referral-made',
  mailed: 'referral-made-mailed',
  nobody: 'referral-made-untold',
} as const;

export const action = staffRoute.action(guard, async (ctx) => {
  const { found } = await subjectOf(ctx);
  const { seeker, target } = found ?? ctx.notFound();
  const { values, typed, errors } = ctx.form.read(referralForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(makeReferral, {
    seekerId: (seeker ?? ctx.notFound()).id,
    postingId: (target ?? ctx.notFound()).posting.id,
    phoned: values.phoned === 'yes',
    certainSeekers: values.certain_seekers === true,
    interview: {
      on: textIn(values, 'interview_on'),
      at: textIn(values, 'interview_at'),
      place: textIn(values, 'interview_place'),
      contact: textIn(values, 'contact_name'),
    },
    note: textIn(values, 'note'),
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  const { referralId, told } = outcome.value;
  return ctx.redirect(paths.staff.referral(referralId), doneCodes[told]);
});

export default function ReferralNewScreen() {
  return <ReferralNewPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
