import type { GuideRecords } from '#app/components/sheet/guide.ts';
import { openingGuide } from '#db/queries/openingGuide.ts';
import type { StaffLoader } from './context.ts';
import { recordId } from './params.ts';

export const guideGuard = { permission: 'account.printGuide', params: { accountId: recordId } } as const;
export const guideView = {
  screen: 'account.openingGuide',
  subject: ({ accountId }: { accountId: string }) => accountId,
};

/** What the 開設案内 of an account says, for the page and for the PDF; answers 404 beyond the actor's office. */
export async function guideOf(
  ctx: StaffLoader<{ accountId: string }>,
): Promise<{ records: GuideRecords; establishmentId: string; issuer: string }> {
  const guide = (await ctx.query(openingGuide, ctx.params.accountId)) ?? ctx.notFound();
  const minutes = Number(ctx.rules.parameter('limits/account', 'keyMinutes', ctx.today));
  return {
    records: { guide, minutes, site: ctx.url.origin, host: ctx.url.hostname, today: ctx.today },
    establishmentId: guide.establishment.id,
    issuer: `${guide.office.name} ${ctx.actor.name}`,
  };
}
