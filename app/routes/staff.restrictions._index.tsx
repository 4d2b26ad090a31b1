import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { RestrictionsPage, type RestrictionTab } from '#app/components/restriction/RestrictionsPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { agesOn } from '#app/procedures/referral/support.ts';
import { restrictionsText } from '#app/text/staff/restrictions.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { restrictionList } from '#db/queries/restrictionList.ts';

export const meta = pageMeta(restrictionsText.title);

const tabOf = (word: string | null): RestrictionTab => (word === 'released' ? word : 'open');

export const loader = staffRoute.loader({ permission: 'restriction.read' }, async (ctx) => {
  const tab = tabOf(ctx.url.searchParams.get('state'));
  const { overdueBefore } = agesOn(ctx.rules, ctx.today);
  return {
    tab,
    list: await ctx.query(restrictionList, { tab, page: pageNumber(ctx.url), overdueBefore }),
  };
});

export default function RestrictionsScreen() {
  return <RestrictionsPage {...useLoaderData<typeof loader>()} />;
}
