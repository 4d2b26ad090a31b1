import { ClosedFeature } from '#app/components/mypage/ClosedFeature.tsx';
import { CopyPosting } from '#app/components/mypage/CopyPosting.tsx';
import { closedBy } from '#app/components/mypage/refusal.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { canBeCopied } from '#app/domain/postingCopy.ts';
import { isRequired, isShown } from '#app/forms/conditions.ts';
import { copiedValues } from '#app/forms/copy.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { postingForm } from '#app/forms/posting.ts';
import { expectedRefusal } from '#app/procedures/account/access.ts';
import { copyPosting } from '#app/procedures/posting/copy.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';
import { mypagePosting } from '#db/queries/mypagePosting.ts';

export const meta = pageMeta(postingText.copy.title);

const options = { permission: 'posting.draft', params: { id: recordId } } as const;

export const loader = mypageRoute.loader(options, async (ctx) => {
  const { posting } = (await ctx.query(mypagePosting, ctx.params.id)) ?? ctx.notFound();
  if (!canBeCopied(posting.state)) return ctx.redirect(paths.mypage.posting(posting.id));
  const fields = fieldsOf(postingForm);
  const { values, carried, leftOut } = copiedValues(fields, posting.content);
  const access = await ctx.query(mypageAccess, ctx.today);
  return {
    closed: await expectedRefusal(ctx.rules, 'posting-apply', access, ctx.today),
    source: posting,
    toConfirm: Object.keys(carried),
    anew: fields
      .filter((field) => (values[field.name] ?? null) === null || values[field.name] === false)
      .filter(
        (field) => (field.whenCopied === 'leave-out' && isShown(field, values)) || isRequired(field, values),
      )
      .map(({ name }) => name),
    leftOut,
    idempotencyKey: ctx.newKey(),
  };
});

export const action = mypageRoute.action(options, async (ctx) => {
  const outcome = await ctx.perform(copyPosting, { sourceId: ctx.params.id });
  if (!outcome.ok) return ctx.invalid(outcome);
  return ctx.redirect(paths.mypage.postingStep(outcome.value.postingId, 1), 'posting-copied');
});

export default function CopyScreen() {
  const { closed: expected, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const closed = closedBy(answer, expected);
  if (closed === null) return <CopyPosting {...shown} answer={answer} />;
  return (
    <ClosedFeature
      title={postingText.copy.title}
      closed={closed}
      tried={answer !== undefined}
      postingId={shown.source.id}
    />
  );
}
