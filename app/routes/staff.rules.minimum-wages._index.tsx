import { MinimumWagesPage } from '#app/components/minimumWage/MinimumWagesPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { wageOverview } from '#app/procedures/minimumWage/known.ts';
import { minimumWagesText } from '#app/text/staff/minimumWages.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { minimumWages } from '#db/queries/minimumWages.ts';

export const meta = pageMeta(minimumWagesText.title);

export const loader = staffRoute.loader({ permission: 'minimumWage.read' }, async (ctx) => {
  const { entered } = await ctx.query(minimumWages);
  return {
    rows: wageOverview(entered, ctx.today),
    today: ctx.today,
    enters: ctx.may('minimumWage.enter'),
  };
});

export default function MinimumWagesScreen() {
  return <MinimumWagesPage {...useLoaderData<typeof loader>()} />;
}
