import type { Feature } from '#app/domain/verdict.ts';
import { type AccessRecords, expectedRefusal } from '#app/procedures/account/access.ts';
import type { Office } from '#db/stores/offices.ts';
import type { MypageLoader } from './context.ts';
import { paths } from './paths.ts';

/**
 * Whether a feature of the MyPage is open today (`closed` says why not) and the office to call, from the records of
 * db/queries/mypageAccess.ts. Before there is an
 * establishment the home page says what comes first.
 */
export async function mypageFeature(
  ctx: Pick<MypageLoader<unknown>, 'today' | 'rules' | 'redirect'>,
  { records, office }: { records: AccessRecords; office: Office | null },
  feature: Feature,
) {
  if (office === null) return ctx.redirect(paths.mypage.home());
  return { office, closed: await expectedRefusal(ctx.rules, feature, { records, office }, ctx.today) };
}
