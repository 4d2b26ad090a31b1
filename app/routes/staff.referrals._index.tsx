import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { ReferralsPage, type ReferralTab } from '#app/components/referral/ReferralsPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { agesOn } from '#app/procedures/referral/support.ts';
import { referralsText } from '#app/text/staff/referrals.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { referralList } from '#db/queries/referralList.ts';

export const meta = pageMeta(referralsText.title);

const tabOf = (word: string | null): ReferralTab =>
  word === 'overdue' || word === 'ended' ? word : 'unregistered';

export const loader = staffRoute.loader({ permission: 'referral.read' }, async (ctx) => {
  const tab = tabOf(ctx.url.searchParams.get('state'));
  const ages = agesOn(ctx.rules, ctx.today);
  const shown = { tab, page: pageNumber(ctx.url), overdueBefore: ages.overdueBefore };
  return {
    tab,
    ages,
    list: await ctx.query(referralList, shown),
    mayRefer: ctx.may('referral.make'),
  };
});

export default function ReferralsScreen() {
  return <ReferralsPage {...useLoaderData<typeof loader>()} />;
}
