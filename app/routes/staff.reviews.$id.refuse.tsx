import { queueTab } from '#app/components/queue/address.ts';
import { afterDecision } from '#app/components/queue/itemPath.ts';
import { impossible, situationOf } from '#app/components/review/acts.ts';
import { Decision } from '#app/components/review/DecisionForm.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { RefusePage } from '#app/components/review/RefusePage.tsx';
import { pickedTemplate, typedWith } from '#app/components/template/templates.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { refusalGrounds } from '#app/domain/posting.ts';
import { refusalForm } from '#app/forms/review.ts';
import { proposeRefusal } from '#app/procedures/posting/proposeRefusal.ts';
import { decisionText } from '#app/text/staff/review.ts';
import { recordId } from '#app/web/params.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { decisionDraft } from '#db/queries/decisionDrafts.ts';
import { nextInQueue } from '#db/queries/queue/next.ts';
import { templatesFor } from '#db/queries/reasonTemplates.ts';
import { reviewPosting } from '#db/queries/reviewPosting.ts';

export const meta = pageMeta(decisionText.refuse.title);

const guard = { permission: 'posting.proposeRefusal', params: { id: recordId } } as const;
const view = { screen: 'review.refuse', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const review = (await ctx.query(reviewPosting, ctx.params.id)) ?? ctx.notFound();
  const { posting, establishment } = review;
  return {
    posting,
    establishment: { name: establishment.name },
    impossible: impossible('refuse', situationOf(review, 0, { decide: true, settle: false })),
    templates: await ctx.query(templatesFor, 'refusal'),
    draft: { act: 'refuse' as const, kept: await ctx.query(decisionDraft, posting.id, 'refuse') },
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const { values, typed, errors } = ctx.form.read(refusalForm);
  const draft = { postingId: id, act: 'refuse', typed } as const;
  const picked = pickedTemplate(ctx.form.intent, await ctx.query(templatesFor, 'refusal'));
  if (picked !== undefined) return ctx.invalid([], typedWith(typed, 'reason', picked));
  const ground = refusalGrounds.find((one) => one === values.ground);
  if (errors.length > 0 || ground === undefined) {
    await ctx.keepDraft(draft);
    return ctx.invalid(errors, typed);
  }
  const outcome = await ctx.decide(draft, proposeRefusal, {
    postingId: id,
    version: ctx.form.version ?? 0,
    ground,
    reason: textIn(values, 'reason') ?? '',
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  const tab = queueTab(ctx.url.searchParams);
  const next = await ctx.query(nextInQueue, ctx.now, { kind: tab, except: { kind: 'new', id } });
  return ctx.redirect(afterDecision(next, tab), 'refusal-proposed');
});

export default function RefuseScreen() {
  const { impossible, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Decision title={decisionText.refuse.title} impossible={impossible} about={page} draft={page.draft}>
      <RefusePage {...page} answer={answer} />
    </Decision>
  );
}
