import { WithdrawChange } from '#app/components/mypage/WithdrawChange.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { canChangeMove } from '#app/domain/changeRequest.ts';
import { withdrawRequest } from '#app/procedures/changeRequest/withdraw.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { mypageChange } from '#db/queries/mypageChange.ts';

export const meta = pageMeta(changesText.withdraw.title);

const options = { permission: 'changeRequest.ask', params: { id: recordId } } as const;

export const loader = mypageRoute.loader(options, async (ctx) => {
  const { request, posting } = (await ctx.query(mypageChange, ctx.params.id)) ?? ctx.notFound();
  if (!canChangeMove('withdraw', request.state)) return ctx.redirect(paths.mypage.change(request.id));
  return { request, posting, idempotencyKey: ctx.newKey() };
});

export const action = mypageRoute.action(options, async (ctx) => {
  const { id: requestId } = ctx.params;
  await ctx.perform(withdrawRequest, { requestId, version: ctx.form.version ?? 0 });
  return ctx.redirect(paths.mypage.change(requestId), 'change-withdrawn');
});

export default function WithdrawPage() {
  return <WithdrawChange {...useLoaderData<typeof loader>()} />;
}
