import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { HoldsPage } from '#app/components/retention/HoldsPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { retentionText } from '#app/text/staff/retention.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { legalHolds } from '#db/queries/retention.ts';

export const meta = pageMeta(retentionText.tabs.holds);

export const loader = staffRoute.loader({ permission: 'retention.read' }, async (ctx) => ({
  holds: await ctx.query(legalHolds, pageNumber(ctx.url)),
  today: ctx.today,
  may: { hold: ctx.may('retention.hold') },
}));

export default function LegalHoldsScreen() {
  return <HoldsPage {...useLoaderData<typeof loader>()} />;
}
