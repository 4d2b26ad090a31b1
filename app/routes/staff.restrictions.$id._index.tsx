import { RestrictionPage } from '#app/components/restriction/RestrictionPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { restrictionsText } from '#app/text/staff/restrictions.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { overdueShown, shownRestriction } from '#app/web/shownRestriction.server.ts';
import { restrictionCard } from '#db/queries/restrictionCard.ts';

export const meta = pageMeta(restrictionsText.title);

export const loader = staffRoute.loader(
  {
    permission: 'restriction.read',
    params: { id: recordId },
    view: { screen: 'restriction', subject: ({ id }) => id },
  },
  async (ctx) => ({
    ...(await shownRestriction(ctx, await ctx.query(restrictionCard, ctx.params.id, overdueShown(ctx)))),
    office: (await ctx.office()).name,
    mayRelease: ctx.may('restriction.release'),
  }),
);

export default function RestrictionScreen() {
  return <RestrictionPage {...useLoaderData<typeof loader>()} />;
}
