import { PostingView } from '#app/components/mypage/PostingView.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { changesOfPosting } from '#db/queries/mypageChange.ts';
import { mypagePosting } from '#db/queries/mypagePosting.ts';

export const meta = pageMeta<{ posting: { jobTitle: string | null } }>(
  ({ posting }) => posting.jobTitle ?? postingText.view.untitled,
);

export const loader = mypageRoute.loader(
  { permission: 'posting.readOwn', params: { id: recordId } },
  async (ctx) => ({
    ...((await ctx.query(mypagePosting, ctx.params.id)) ?? ctx.notFound()),
    changes: await ctx.query(changesOfPosting, ctx.params.id),
  }),
);

export default function PostingPage() {
  return <PostingView {...useLoaderData<typeof loader>()} />;
}
