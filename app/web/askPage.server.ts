import type { ChangeKind, ChangeRequest } from '#app/domain/changeRequest.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { Feature } from '#app/domain/verdict.ts';
import { type AccessRecords, expectedRefusal } from '#app/procedures/account/access.ts';
import { refusalToAsk } from '#app/procedures/changeRequest/judgement.ts';
import type { Office } from '#db/stores/offices.ts';
import type { MypageLoader } from './context.ts';
import { paths } from './paths.ts';

/** A posting, all requests about it newest first, and what opens or closes features (db/queries/postingToAsk.ts). */
type Asked = {
  posting: Posting;
  changes: readonly ChangeRequest[];
  access: { records: AccessRecords; office: Office | null };
};

/**
 * What a page that begins a request about a posting shows: the posting, the request to go on with (returned, or a
 * draft), and why it cannot be asked now. A posting that is not valid is shown instead.
 */
export async function askPage(
  ctx: Pick<MypageLoader<unknown>, 'rules' | 'today' | 'redirect' | 'newKey'>,
  { posting, changes, access }: Asked,
  kind: ChangeKind,
  feature: Feature,
) {
  const { rules, today } = ctx;
  if (posting.state !== 'valid') return ctx.redirect(paths.mypage.posting(posting.id));
  return {
    closed:
      (await expectedRefusal(rules, feature, access, today)) ??
      refusalToAsk(kind, posting, changes, rules, today),
    posting,
    begun: changes.find(({ state }) => state === 'returned' || state === 'draft') ?? null,
    idempotencyKey: ctx.newKey(),
  };
}
