import { Home } from '#app/components/mypage/Home.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { judgeAccess } from '#app/procedures/account/access.ts';
import { agesOn } from '#app/procedures/referral/support.ts';
import { homeText } from '#app/text/mypage/home.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { missingResults } from '#db/queries/applicants.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';
import { mypageHome } from '#db/queries/mypageHome.ts';

export const meta = pageMeta(homeText.title);

export const loader = mypageRoute.loader({ permission: 'mypage.home' }, async (ctx) => {
  const { records, office } = await ctx.query(mypageAccess, ctx.today);
  const { overdueBefore } = agesOn(ctx.rules, ctx.today);
  return {
    ...(await ctx.query(mypageHome)),
    missingResults: await ctx.query(missingResults, { today: ctx.today, overdueBefore }),
    access: {
      verdict: await judgeAccess(ctx.rules, records, ctx.today),
      restrictedSince: records.restriction?.begunOn ?? null,
      suspendedSince: records.suspendedOn,
      office,
    },
    today: ctx.today,
  };
});

export default function HomePage() {
  return <Home {...useLoaderData<typeof loader>()} />;
}
