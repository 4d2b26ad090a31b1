import type { Feature } from '#app/domain/verdict.ts';
import { expectedRefusal } from '#app/procedures/account/access.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';
import type { MypageLoader } from './context.ts';
import { paths } from './paths.ts';

/**
 * Whether a feature of the MyPage is open today (`closed` says why not) and the office to call. Before there is an
 * establishment the home page says what comes first.
 */
export async function mypageFeature(
  ctx: Pick<MypageLoader<unknown>, 'query' | 'today' | 'rules' | 'redirect'>,
  feature: Feature,
) {
  const { records, office } = await ctx.query(mypageAccess, ctx.today);
  if (office === null) return ctx.redirect(paths.mypage.home());
  return { office, closed: await expectedRefusal(ctx.rules, feature, { records, office }, ctx.today) };
}
