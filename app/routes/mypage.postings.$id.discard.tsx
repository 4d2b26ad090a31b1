import { DiscardDraft } from '#app/components/mypage/DiscardDraft.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { discardDraft } from '#app/procedures/posting/discardDraft.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { mypagePosting } from '#db/queries/mypagePosting.ts';

const options = { permission: 'posting.draft', params: { id: recordId } } as const;

export const meta = pageMeta(postingText.discard.title);

export const loader = mypageRoute.loader(options, async (ctx) => {
  const record = await ctx.query(mypagePosting, ctx.params.id);
  if (record === undefined) return ctx.notFound();
  if (record.posting.state !== 'draft') return ctx.redirect(paths.mypage.posting(ctx.params.id));
  return { posting: record.posting, idempotencyKey: ctx.newKey() };
});

export const action = mypageRoute.action(options, async (ctx) => {
  await ctx.perform(discardDraft, { postingId: ctx.params.id, version: ctx.form.version ?? 0 });
  return ctx.redirect(paths.mypage.home(), 'draft-removed');
});

export default function DiscardPage() {
  return <DiscardDraft {...useLoaderData<typeof loader>()} />;
}
