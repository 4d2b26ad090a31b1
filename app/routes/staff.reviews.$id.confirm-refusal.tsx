import { queueTab } from '#app/components/queue/address.ts';
import { afterDecision } from '#app/components/queue/itemPath.ts';
import { impossible, situationOf } from '#app/components/review/acts.ts';
import { ConfirmRefusalPage } from '#app/components/review/ConfirmRefusalPage.tsx';
import { Decision } from '#app/components/review/DecisionForm.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { refusalSettlementForm } from '#app/forms/review.ts';
import { settleRefusal } from '#app/procedures/posting/settleRefusal.ts';
import { decisionText } from '#app/text/staff/review.ts';
import { recordId } from '#app/web/params.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { nextInQueue } from '#db/queries/queue/next.ts';
import { reviewPosting } from '#db/queries/reviewPosting.ts';

export const meta = pageMeta(decisionText.confirm.title);

const guard = { permission: 'posting.settleRefusal', params: { id: recordId } } as const;
const view = { screen: 'review.confirmRefusal', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const review = (await ctx.query(reviewPosting, ctx.params.id)) ?? ctx.notFound();
  const { posting, establishment, refusals } = review;
  const proposal = refusals.find(({ settlement }) => settlement === null) ?? null;
  return {
    posting,
    establishment: { name: establishment.name },
    impossible: impossible('confirmRefusal', situationOf(review, 0, { decide: true, settle: true })),
    proposal,
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const { values, typed, errors } = ctx.form.read(refusalSettlementForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const confirmed = values.settlement === 'confirmed';
  const outcome = await ctx.perform(settleRefusal, {
    postingId: id,
    version: ctx.form.version ?? 0,
    settlement: confirmed ? 'confirmed' : 'declined',
    comment: textIn(values, 'comment'),
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  const tab = queueTab(ctx.url.searchParams);
  const next = await ctx.query(nextInQueue, ctx.now, { kind: tab, except: { kind: 'new', id } });
  return ctx.redirect(afterDecision(next, tab), confirmed ? 'refusal-confirmed' : 'refusal-declined');
});

export default function ConfirmRefusalScreen() {
  const { impossible, proposal, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Decision title={decisionText.confirm.title} impossible={impossible} about={page}>
      {proposal === null ? null : <ConfirmRefusalPage {...page} proposal={proposal} answer={answer} />}
    </Decision>
  );
}
