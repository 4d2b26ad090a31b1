import { textIn } from '#app/components/review/decided.ts';
import { UndoPage } from '#app/components/review/UndoPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { undoRefusal } from '#app/domain/undo.ts';
import { undoForm } from '#app/forms/review.ts';
import { undoDecision } from '#app/procedures/posting/undo.ts';
import { decisionText } from '#app/text/staff/review.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { reviewPosting } from '#db/queries/reviewPosting.ts';

export const meta = pageMeta(decisionText.undo.title);

const guard = { permission: 'posting.undo', params: { id: recordId } } as const;
const view = { screen: 'review.undo', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const review = (await ctx.query(reviewPosting, ctx.params.id)) ?? ctx.notFound();
  const { posting, establishment, lastAct } = review;
  const person = { id: ctx.actor.id, supervises: ctx.may('posting.undoLater') };
  return {
    posting,
    establishment: { name: establishment.name },
    why: undoRefusal(posting.state, lastAct, person, ctx.now),
    idempotencyKey: ctx.newKey(),
  };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const { values, typed, errors } = ctx.form.read(undoForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(undoDecision, {
    postingId: id,
    version: ctx.form.version ?? 0,
    reason: textIn(values, 'reason') ?? '',
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.review(id), 'decision-undone');
});

export default function UndoScreen() {
  return <UndoPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
