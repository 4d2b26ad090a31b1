import { ClosedFeature } from '#app/components/mypage/ClosedFeature.tsx';
import { closedBy } from '#app/components/mypage/refusal.ts';
import { StartContentChange } from '#app/components/mypage/StartContentChange.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { expectedRefusal } from '#app/procedures/account/access.ts';
import { refusalToAsk } from '#app/procedures/changeRequest/judgement.ts';
import { startContentChange } from '#app/procedures/changeRequest/startContent.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';
import { changesOfPosting } from '#db/queries/mypageChange.ts';
import { mypagePosting } from '#db/queries/mypagePosting.ts';

export const meta = pageMeta(changesText.content.title);

const options = { permission: 'changeRequest.ask', params: { id: recordId } } as const;

export const loader = mypageRoute.loader(options, async (ctx) => {
  const { rules, today } = ctx;
  const { posting } = (await ctx.query(mypagePosting, ctx.params.id)) ?? ctx.notFound();
  if (posting.state !== 'valid') return ctx.redirect(paths.mypage.posting(posting.id));
  const changes = await ctx.query(changesOfPosting, posting.id);
  const access = await ctx.query(mypageAccess, today);
  return {
    closed:
      (await expectedRefusal(rules, 'posting-change', access, today)) ??
      refusalToAsk('content', posting, changes, rules, today),
    posting,
    begun: changes.some(({ state }) => state === 'draft' || state === 'returned'),
    idempotencyKey: ctx.newKey(),
  };
});

export const action = mypageRoute.action(options, async (ctx) => {
  const { id: postingId } = ctx.params;
  const outcome = await ctx.perform(startContentChange, { postingId, version: ctx.form.version ?? 0 });
  if (!outcome.ok) return ctx.invalid(outcome);
  return ctx.redirect(paths.mypage.changeStep(outcome.value.requestId, 1));
});

export default function StartChangePage() {
  const { closed: expected, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const closed = closedBy(answer, expected);
  if (closed === null) return <StartContentChange {...shown} answer={answer} />;
  return (
    <ClosedFeature
      title={changesText.content.title}
      closed={closed}
      tried={answer !== undefined}
      postingId={shown.posting.id}
    />
  );
}
