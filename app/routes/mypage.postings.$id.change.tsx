import { ClosedFeature } from '#app/components/mypage/ClosedFeature.tsx';
import { closedBy } from '#app/components/mypage/refusal.ts';
import { StartContentChange } from '#app/components/mypage/StartContentChange.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { startContentChange } from '#app/procedures/changeRequest/startContent.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { askPage } from '#app/web/askPage.server.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { postingToAsk } from '#db/queries/postingToAsk.ts';

export const meta = pageMeta(changesText.content.title);

const options = { permission: 'changeRequest.ask', params: { id: recordId } } as const;

export const loader = mypageRoute.loader(options, async (ctx) => {
  const asked = (await ctx.query(postingToAsk, ctx.params.id, ctx.today)) ?? ctx.notFound();
  return askPage(ctx, asked, 'content', 'posting-change');
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
