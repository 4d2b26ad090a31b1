import { paths } from '#app/web/paths.ts';
import { staffRoute } from '#app/web/routes.server.ts';

/** 変更の申込み had a list of its own; what waited there is a tab of the queue, the rest is 処理済み. */
export const loader = staffRoute.loader({ permission: 'review.read' }, async (ctx) => {
  const state = ctx.url.searchParams.get('state');
  if (state === 'ended') return ctx.moved(paths.staff.reviewsDone());
  if (state === 'returned') return ctx.moved(paths.staff.reviewsDone({ state }));
  return ctx.moved(paths.staff.reviews({ kind: 'content' }));
});
