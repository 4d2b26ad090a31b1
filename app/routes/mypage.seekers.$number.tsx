import { ClosedFeature } from '#app/components/mypage/ClosedFeature.tsx';
import { PublicSeekerPage } from '#app/components/seekerSearch/PublicSeekerPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { seekerSearchText } from '#app/text/mypage/seekers.ts';
import { mypageFeature } from '#app/web/mypageFeature.server.ts';
import { textLike } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';
import { publicSeeker } from '#db/queries/publicSeekers.ts';

export const meta = pageMeta(seekerSearchText.profile);

export const loader = mypageRoute.loader(
  { permission: 'seeker.search', params: { number: textLike(/^[1-9]\d{8}$/) } },
  async (ctx) => {
    const { closed } = await mypageFeature(ctx, await ctx.query(mypageAccess, ctx.today), 'seeker-search');
    if (closed) return { closed };
    await ctx.countSearch();
    return { closed, seeker: (await ctx.query(publicSeeker, ctx.params.number)) ?? ctx.notFound() };
  },
);

export default function PublicSeekerScreen() {
  const shown = useLoaderData<typeof loader>();
  return shown.closed === null ? (
    <PublicSeekerPage {...shown.seeker} />
  ) : (
    <ClosedFeature title={seekerSearchText.title} closed={shown.closed} />
  );
}
