import { queueTab } from '#app/components/queue/address.ts';
import { afterDecision } from '#app/components/queue/itemPath.ts';
import { impossible, situationOf } from '#app/components/review/acts.ts';
import { Decision } from '#app/components/review/DecisionForm.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { VisitDemandPage } from '#app/components/visit/VisitDemandPage.tsx';
import { visitDemandForm } from '#app/forms/review.ts';
import { demandVisit } from '#app/procedures/posting/demandVisit.ts';
import { judgeVisit } from '#app/procedures/posting/judgement.ts';
import { decisionText } from '#app/text/staff/review.ts';
import { recordId } from '#app/web/params.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { nextInQueue } from '#db/queries/queue/next.ts';
import { reviewPosting } from '#db/queries/reviewPosting.ts';

export const meta = pageMeta(decisionText.visitDemand.title);

const guard = { permission: 'posting.demandVisit', params: { id: recordId } } as const;
const view = { screen: 'review.visitDemand', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const review = (await ctx.query(reviewPosting, ctx.params.id)) ?? ctx.notFound();
  const { posting, establishment, openedBy } = review;
  // Once the office demands a visit, the due date hangs on today and the office's days alone: no history is needed.
  const { extraOpen, extraClosed } = await ctx.query(officeDays);
  const records = { history: [], openedBy, officeDays: { extraOpen, extraClosed } };
  const verdict = await judgeVisit(ctx.rules, { ...posting, officeDemand: true }, records, ctx.today);
  return {
    posting,
    establishment: { name: establishment.name },
    impossible: impossible('visitDemand', situationOf(review, 0, { decide: true, settle: false })),
    dueDate: verdict.dueDate ?? null,
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const { values, typed, errors } = ctx.form.read(visitDemandForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(demandVisit, {
    postingId: id,
    version: ctx.form.version ?? 0,
    reason: textIn(values, 'reason') ?? '',
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  const tab = queueTab(ctx.url.searchParams);
  const next = await ctx.query(nextInQueue, ctx.now, { kind: tab, except: { kind: 'new', id } });
  return ctx.redirect(afterDecision(next, tab), 'visit-demanded');
});

export default function VisitDemandScreen() {
  const { impossible, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Decision title={decisionText.visitDemand.title} impossible={impossible} about={page}>
      <VisitDemandPage {...page} answer={answer} />
    </Decision>
  );
}
