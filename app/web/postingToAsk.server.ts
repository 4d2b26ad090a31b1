import type { ChangeKind } from '#app/domain/changeRequest.ts';
import type { Feature } from '#app/domain/verdict.ts';
import { expectedRefusal } from '#app/procedures/account/access.ts';
import { refusalToAsk } from '#app/procedures/changeRequest/judgement.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';
import { changesOfPosting } from '#db/queries/mypageChange.ts';
import { mypagePosting } from '#db/queries/mypagePosting.ts';
import type { MypageLoader } from './context.ts';
import { paths } from './paths.ts';

/**
 * What a page that begins a request about a posting shows: the posting, the request to go on with (returned, or a
 * draft), and why it cannot be asked now. A posting that is not valid is shown instead.
 */
export async function postingToAsk(ctx: MypageLoader<{ id: string }>, kind: ChangeKind, feature: Feature) {
  const { rules, today } = ctx;
  const { posting } = (await ctx.query(mypagePosting, ctx.params.id)) ?? ctx.notFound();
  if (posting.state !== 'valid') return ctx.redirect(paths.mypage.posting(posting.id));
  const changes = await ctx.query(changesOfPosting, posting.id);
  const access = await ctx.query(mypageAccess, today);
  return {
    closed:
      (await expectedRefusal(rules, feature, access, today)) ??
      refusalToAsk(kind, posting, changes, rules, today),
    posting,
    begun: changes.find(({ state }) => state === 'returned' || state === 'draft') ?? null,
    idempotencyKey: ctx.newKey(),
  };
}
