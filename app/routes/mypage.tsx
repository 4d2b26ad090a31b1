import { MyPageFrame } from '#app/components/ui/MyPageFrame.tsx';
import { Outlet, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { mypageFrame } from '#db/queries/mypageFrame.ts';

export const loader = mypageRoute.loader({ permission: 'mypage.home' }, async (ctx) => ({
  ...(await ctx.query(mypageFrame)),
  email: ctx.actor.email,
  sessionLimits: {
    idleMinutes: Number(ctx.rules.parameter('limits/account', 'employerIdleMinutes', ctx.today)),
    warningMinutes: Number(ctx.rules.parameter('limits/account', 'sessionWarningMinutes', ctx.today)),
  },
}));

export default function MyPage() {
  return (
    <MyPageFrame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </MyPageFrame>
  );
}
