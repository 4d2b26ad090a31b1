import { OpeningGuide } from '#app/components/account/OpeningGuide.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { guideText } from '#app/text/staff/guide.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { openingGuide } from '#db/queries/openingGuide.ts';

export const meta = pageMeta(guideText.title);

export const loader = staffRoute.loader(
  {
    permission: 'account.printGuide',
    params: { accountId: recordId },
    view: { screen: 'account.openingGuide', subject: ({ accountId }) => accountId },
  },
  async (ctx) => ({
    guide: (await ctx.query(openingGuide, ctx.params.accountId)) ?? ctx.notFound(),
    minutes: Number(ctx.rules.parameter('limits/account', 'keyMinutes', ctx.today)),
    site: ctx.url.origin,
    host: ctx.url.hostname,
    today: ctx.today,
    now: ctx.now,
    issuer: ctx.actor.name,
  }),
);

export default function OpeningGuidePage() {
  return <OpeningGuide {...useLoaderData<typeof loader>()} />;
}
