import { Receipt } from '#app/components/mypage/Receipt.tsx';
import { visitView } from '#app/components/steps/visit.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { mypagePosting } from '#db/queries/mypagePosting.ts';

export const meta = pageMeta(postingText.receipt.title);

export const loader = mypageRoute.loader(
  { permission: 'posting.readOwn', params: { id: recordId } },
  async (ctx) => {
    const record = await ctx.query(mypagePosting, ctx.params.id);
    if (record === undefined) return ctx.notFound();
    const { posting, receivedAt, establishment, office, visit } = record;
    if (receivedAt === null) return ctx.redirect(paths.mypage.posting(posting.id));
    return { posting, receivedAt, establishment, office, visit: visit && visitView(posting, visit) };
  },
);

export default function ReceiptPage() {
  return <Receipt {...useLoaderData<typeof loader>()} />;
}
