import { endOtherSessions } from '#app/procedures/account/endOtherSessions.ts';
import { paths } from '#app/web/paths.ts';
import { mypageRoute } from '#app/web/routes.server.ts';

const options = { permission: 'account.manage' } as const;

/** The list of sessions stands on アカウント. */
export const loader = mypageRoute.loader(options, async ({ redirect }) => redirect(paths.mypage.account()));

export const action = mypageRoute.action(options, async (ctx) => {
  await ctx.perform(endOtherSessions, { idHash: ctx.sessionHash });
  return ctx.redirect(paths.mypage.account(), 'other-sessions-ended');
});
