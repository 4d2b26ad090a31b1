import { pageNumber, searchText } from '#app/components/establishment/searchTerms.ts';
import { PostingsPage } from '#app/components/mypage/PostingsPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { homeText } from '#app/text/mypage/home.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { mypagePostings } from '#db/queries/mypagePostings.ts';

export const meta = pageMeta(homeText.listPage.title);

const lists = ['valid', 'applied', 'ended', 'drafts'] as const;

export const loader = mypageRoute.loader({ permission: 'mypage.home' }, async (ctx) => {
  const { url } = ctx;
  const list = lists.find((name) => name === url.searchParams.get('list')) ?? 'valid';
  const q = searchText(url);
  const asked = { search: q === '' ? null : q, page: pageNumber(url) };
  return { list, q, found: await ctx.query(mypagePostings, list, asked) };
});

export default function PostingsScreen() {
  return <PostingsPage {...useLoaderData<typeof loader>()} />;
}
