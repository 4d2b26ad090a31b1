import { NewPosting } from '#app/components/mypage/NewPosting.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { startDraft } from '#app/procedures/posting/startDraft.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(postingText.new.title);

export const loader = mypageRoute.loader(
  { permission: 'posting.draft' },
  async ({ actor, newKey, rules, today }) => ({
    idempotencyKey: newKey(),
    hasEstablishment: actor.establishmentId !== null,
    visitDays: Number(rules.parameter('eligibility/visit-required', 'visitWithinDays', today)),
  }),
);

export const action = mypageRoute.action({ permission: 'posting.draft' }, async (ctx) => {
  const outcome = await ctx.perform(startDraft, {});
  if (!outcome.ok) return ctx.redirect(paths.mypage.establishment());
  return ctx.redirect(paths.mypage.postingStep(outcome.value.postingId, 1));
});

export default function NewPostingPage() {
  return <NewPosting {...useLoaderData<typeof loader>()} />;
}
