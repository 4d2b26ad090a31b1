import type { GuideRecords } from '#app/components/sheet/guide.ts';
import type { StaffLoader } from './context.ts';
import { recordId } from './params.ts';

export const guideGuard = { permission: 'account.printGuide', params: { accountId: recordId } } as const;
export const guideView = {
  screen: 'account.openingGuide',
  subject: ({ accountId }: { accountId: string }) => accountId,
};

/** What the 開設案内 of an account says, for the page and for the PDF. */
export const guideRecords = (ctx: StaffLoader<unknown>, guide: GuideRecords['guide']): GuideRecords => ({
  guide,
  minutes: Number(ctx.rules.parameter('limits/account', 'keyMinutes', ctx.today)),
  site: ctx.url.origin,
  host: ctx.url.hostname,
  today: ctx.today,
});

export const guideIssuer = (ctx: StaffLoader<unknown>, { office }: GuideRecords['guide']): string =>
  `${office.name} ${ctx.actor.name}`;
