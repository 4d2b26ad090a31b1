import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { OverduePage } from '#app/components/referral/OverduePage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { agesOn } from '#app/procedures/referral/support.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { overdueEmployers } from '#db/queries/overdueEmployers.ts';

export const meta = pageMeta(referralsText.overdue.title);

export const loader = staffRoute.loader({ permission: 'referral.read' }, async (ctx) => {
  const ages = agesOn(ctx.rules, ctx.today);
  const shown = { page: pageNumber(ctx.url), overdueBefore: ages.overdueBefore };
  return { ages, list: await ctx.query(overdueEmployers, shown) };
});

export default function OverdueScreen() {
  return <OverduePage {...useLoaderData<typeof loader>()} />;
}
