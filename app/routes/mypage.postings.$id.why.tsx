import { PostingWhy } from '#app/components/mypage/PostingWhy.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { whyText } from '#app/text/mypage/why.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { mypagePostingWhy } from '#db/queries/mypagePostingWhy.ts';

export const meta = pageMeta(whyText.title);

export const loader = mypageRoute.loader(
  { permission: 'posting.readOwn', params: { id: recordId } },
  async (ctx) => {
    const { posting, office, verdicts } =
      (await ctx.query(mypagePostingWhy, ctx.params.id)) ?? ctx.notFound();
    return {
      posting,
      office,
      verdicts: await Promise.all(
        verdicts.map(async ({ id, occasion, verdict }) => ({
          id,
          occasion,
          ruleSet: verdict.ruleSet,
          asOf: verdict.asOf,
          reasons: await ctx.rules.explainToEmployer(verdict),
        })),
      ),
    };
  },
);

export default function PostingWhyPage() {
  return <PostingWhy {...useLoaderData<typeof loader>()} />;
}
