import { ApplicantPage } from '#app/components/applicant/ApplicantPage.tsx';
import { ClosedFeature } from '#app/components/mypage/ClosedFeature.tsx';
import { closedBy } from '#app/components/mypage/refusal.ts';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { ReferralResult } from '#app/domain/referral.ts';
import { employerResultForm } from '#app/forms/referral.ts';
import { registerResult } from '#app/procedures/referral/registerResult.ts';
import { agesOn } from '#app/procedures/referral/support.ts';
import { applicantsText } from '#app/text/mypage/applicants.ts';
import { mypageFeature } from '#app/web/mypageFeature.server.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { applicantCard } from '#db/queries/applicants.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';

export const meta = pageMeta(applicantsText.title);

const params = { id: recordId } as const;

export const loader = mypageRoute.loader({ permission: 'referral.readOwn', params }, async (ctx) => {
  const { today } = ctx;
  const { office, closed } = await mypageFeature(ctx, await ctx.query(mypageAccess, ctx.today), 'applicants');
  if (closed) return { closed };
  const card = (await ctx.query(applicantCard, ctx.params.id, today)) ?? ctx.notFound();
  if (card.letter) await ctx.viewed('applicant.letter', card.referral.id, office.id);
  const page = { ...card, ages: agesOn(ctx.rules, today), today, idempotencyKey: ctx.newKey() };
  return { closed, page };
});

export const action = mypageRoute.action({ permission: 'referral.registerResult', params }, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(employerResultForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const differed = textIn(values, 'conditions_differed');
  const outcome = await ctx.perform(registerResult, {
    referralId: ctx.params.id,
    version: ctx.form.version ?? 0,
    // The catalogue's choices are these words and no others.
    result: textIn(values, 'result') as ReferralResult,
    channel: 'mypage',
    conditionsDiffered: differed === null ? null : differed === 'yes',
    conditionsNote: textIn(values, 'conditions_note'),
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.mypage.applicant(ctx.params.id), 'own-result-registered');
});

export default function ApplicantScreen() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const closed = closedBy(answer, shown.closed);
  if (closed === null && shown.closed === null) return <ApplicantPage {...shown.page} answer={answer} />;
  return closed === null ? null : (
    <ClosedFeature title={applicantsText.title} closed={closed} tried={answer !== undefined}>
      <p>{applicantsText.closed.feature}</p>
    </ClosedFeature>
  );
}
