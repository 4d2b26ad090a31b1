import { Home } from '#app/components/mypage/Home.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { homeText } from '#app/text/mypage/home.ts';
import { accessOf } from '#app/web/access.server.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { mypageHome } from '#db/queries/mypageHome.ts';

export const meta = pageMeta(homeText.title);

export const loader = mypageRoute.loader({ permission: 'mypage.home' }, async (ctx) => ({
  ...(await ctx.query(mypageHome)),
  access: await accessOf(ctx),
  today: ctx.today,
}));

export default function HomePage() {
  return <Home {...useLoaderData<typeof loader>()} />;
}
