import { paths } from '#app/web/paths.ts';
import { mypageRoute } from '#app/web/routes.server.ts';

/** Signing out is an act, so it is posted; who follows an old link goes home. */
export const loader = mypageRoute.loader({ permission: 'mypage.home' }, async ({ redirect }) =>
  redirect(paths.mypage.home()),
);

export const action = mypageRoute.action({ permission: 'mypage.home' }, async (ctx) => {
  await ctx.signOut();
  return ctx.redirect(paths.mypage.login(), 'signed-out');
});
