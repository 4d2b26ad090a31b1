import { pageNumber, searchText } from '#app/components/establishment/searchTerms.ts';
import { ClosedFeature } from '#app/components/mypage/ClosedFeature.tsx';
import { NewPosting } from '#app/components/mypage/NewPosting.tsx';
import { closedBy } from '#app/components/mypage/refusal.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { expectedRefusal } from '#app/procedures/account/access.ts';
import { startDraft } from '#app/procedures/posting/startDraft.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';
import { mypagePostings } from '#db/queries/mypagePostings.ts';

export const meta = pageMeta(postingText.new.title);

export const loader = mypageRoute.loader({ permission: 'posting.draft' }, async (ctx) => {
  const q = searchText(ctx.url);
  const asked = { search: q === '' ? null : q, page: pageNumber(ctx.url) };
  return {
    q,
    past: await ctx.query(mypagePostings, 'copyable', asked),
    closed: await expectedRefusal(
      ctx.rules,
      'posting-apply',
      await ctx.query(mypageAccess, ctx.today),
      ctx.today,
    ),
    idempotencyKey: ctx.newKey(),
    hasEstablishment: ctx.actor.establishmentId !== null,
    visitDays: Number(ctx.rules.parameter('eligibility/visit-required', 'visitWithinDays', ctx.today)),
  };
});

export const action = mypageRoute.action({ permission: 'posting.draft' }, async (ctx) => {
  const outcome = await ctx.perform(startDraft, {});
  if (!outcome.ok && outcome.code === 'feature-closed') return ctx.invalid(outcome);
  if (!outcome.ok) return ctx.redirect(paths.mypage.establishment());
  return ctx.redirect(paths.mypage.postingStep(outcome.value.postingId, 1));
});

export default function NewPostingPage() {
  const { closed: expected, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const closed = closedBy(answer, expected);
  if (closed === null) return <NewPosting {...shown} />;
  return <ClosedFeature title={postingText.new.title} closed={closed} tried={answer !== undefined} />;
}
