import { queueTab } from '#app/components/queue/address.ts';
import { afterDecision } from '#app/components/queue/itemPath.ts';
import { impossible, situationOf } from '#app/components/review/acts.ts';
import { Decision } from '#app/components/review/DecisionForm.tsx';
import { listIn, textIn } from '#app/components/review/decided.ts';
import { ReturnPage } from '#app/components/review/ReturnPage.tsx';
import { pickedTemplate, typedWith } from '#app/components/template/templates.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { returnForm } from '#app/forms/review.ts';
import { judgeContent } from '#app/procedures/posting/judgement.ts';
import { returnPosting } from '#app/procedures/posting/return.ts';
import { decisionText } from '#app/text/staff/review.ts';
import { recordId } from '#app/web/params.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { contentRecords } from '#db/queries/contentRecords.ts';
import { decisionDraft } from '#db/queries/decisionDrafts.ts';
import { nextInQueue } from '#db/queries/queue/next.ts';
import { templatesFor } from '#db/queries/reasonTemplates.ts';
import { reviewPosting } from '#db/queries/reviewPosting.ts';

export const meta = pageMeta(decisionText.return.title);

const guard = { permission: 'posting.return', params: { id: recordId } } as const;
const view = { screen: 'review.return', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const review = (await ctx.query(reviewPosting, ctx.params.id)) ?? ctx.notFound();
  const { posting, establishment } = review;
  const records = await ctx.query(contentRecords, posting);
  const checks = await judgeContent(ctx.rules, posting.content, records, ctx.today);
  return {
    posting,
    establishment: { name: establishment.name },
    impossible: impossible('return', situationOf(review, 0, { decide: true, settle: false })),
    checks,
    templates: await ctx.query(templatesFor, 'return'),
    draft: { act: 'return' as const, kept: await ctx.query(decisionDraft, posting.id, 'return') },
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const { values, typed, errors } = ctx.form.read(returnForm);
  const draft = { postingId: id, act: 'return', typed } as const;
  const picked = pickedTemplate(ctx.form.intent, await ctx.query(templatesFor, 'return'));
  if (picked !== undefined) return ctx.invalid([], typedWith(typed, 'message', picked));
  if (errors.length > 0) {
    await ctx.keepDraft(draft);
    return ctx.invalid(errors, typed);
  }
  const outcome = await ctx.decide(draft, returnPosting, {
    postingId: id,
    version: ctx.form.version ?? 0,
    reasons: listIn(values, 'reason_codes'),
    fields: listIn(values, 'fields'),
    message: textIn(values, 'message') ?? '',
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  const tab = queueTab(ctx.url.searchParams);
  const next = await ctx.query(nextInQueue, ctx.now, { kind: tab, except: { kind: 'new', id } });
  return ctx.redirect(afterDecision(next, tab), 'posting-returned', id);
});

export default function ReturnScreen() {
  const { impossible, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Decision title={decisionText.return.title} impossible={impossible} about={page} draft={page.draft}>
      <ReturnPage {...page} answer={answer} />
    </Decision>
  );
}
