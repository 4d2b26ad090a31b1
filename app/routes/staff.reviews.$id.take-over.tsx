import { textIn } from '#app/components/review/decided.ts';
import { TakeOverPage } from '#app/components/review/TakeOverPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { takeOverForm } from '#app/forms/review.ts';
import { takeOverReview } from '#app/procedures/posting/takeOverReview.ts';
import { holderText } from '#app/text/staff/review.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { heldReview } from '#db/queries/heldReview.ts';

export const meta = pageMeta(holderText.takeOverTitle);

const guard = { permission: 'review.claim', params: { id: recordId } } as const;
const view = { screen: 'review.takeOver', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader({ ...guard, view }, async (ctx) => {
  const held = (await ctx.query(heldReview, ctx.params.id, ctx.now)) ?? ctx.notFound();
  return { ...held, idempotencyKey: ctx.newKey() };
});

export const action = staffRoute.action(guard, async (ctx) => {
  const { id } = ctx.params;
  const { values, typed, errors } = ctx.form.read(takeOverForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(takeOverReview, {
    postingId: id,
    heldBy: String(ctx.form.raw.get('held_by') ?? ''),
    reason: textIn(values, 'reason') ?? '',
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(paths.staff.review(id), 'review-taken-over');
});

export default function TakeOverScreen() {
  return <TakeOverPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
