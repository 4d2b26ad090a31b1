import { queueTab } from '#app/components/queue/address.ts';
import { afterDecision } from '#app/components/queue/itemPath.ts';
import { AcceptPage } from '#app/components/review/AcceptPage.tsx';
import { impossible, situationOf } from '#app/components/review/acts.ts';
import { Decision } from '#app/components/review/DecisionForm.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { acceptanceForm } from '#app/forms/review.ts';
import { acceptPosting } from '#app/procedures/posting/accept.ts';
import { judgeContent, validUntil } from '#app/procedures/posting/judgement.ts';
import { decisionText } from '#app/text/staff/review.ts';
import { recordId } from '#app/web/params.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { contentRecords } from '#db/queries/contentRecords.ts';
import { decisionDraft } from '#db/queries/decisionDrafts.ts';
import { nextInQueue } from '#db/queries/queue/next.ts';
import { reviewPosting } from '#db/queries/reviewPosting.ts';

export const meta = pageMeta(decisionText.accept.title);

const guard = { permission: 'posting.accept', params: { id: recordId } } as const;
const view = { screen: 'review.accept', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const { rules, today } = ctx;
  const review = (await ctx.query(reviewPosting, ctx.params.id)) ?? ctx.notFound();
  const { posting, establishment } = review;
  const records = await ctx.query(contentRecords, posting);
  const checks = await judgeContent(rules, posting.content, records, today);
  return {
    posting,
    establishment: { name: establishment.name },
    impossible: impossible('accept', situationOf(review, 0, { decide: true, settle: false })),
    checks,
    today,
    validUntil: validUntil(rules, today),
    draft: { act: 'accept' as const, kept: await ctx.query(decisionDraft, posting.id, 'accept') },
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const { values, typed, errors } = ctx.form.read(acceptanceForm);
  const draft = { postingId: id, act: 'accept', typed } as const;
  if (errors.length > 0) {
    await ctx.keepDraft(draft);
    return ctx.invalid(errors, typed);
  }
  const outcome = await ctx.decide(draft, acceptPosting, {
    postingId: id,
    version: ctx.form.version ?? 0,
    overrideReason: textIn(values, 'override_reason'),
    note: textIn(values, 'note'),
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  const tab = queueTab(ctx.url.searchParams);
  const next = await ctx.query(nextInQueue, ctx.now, { kind: tab, except: { kind: 'new', id } });
  return ctx.redirect(afterDecision(next, tab), 'posting-accepted', id);
});

export default function AcceptScreen() {
  const { impossible, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Decision title={decisionText.accept.title} impossible={impossible} about={page} draft={page.draft}>
      <AcceptPage {...page} answer={answer} />
    </Decision>
  );
}
