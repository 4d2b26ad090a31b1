import { StatisticsSheet } from '#app/components/statistics/StatisticsSheet.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { readPeriod } from '#app/forms/statistics.ts';
import { reportOf } from '#app/procedures/statistics/report.ts';
import { statisticsText } from '#app/text/staff/statistics.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { officeRecords } from '#db/queries/statistics.ts';

export const meta = pageMeta(statisticsText.sheetTitle);

export const loader = staffRoute.loader({ permission: 'statistics.read' }, async (ctx) => {
  const { today } = ctx;
  const { asked, period: read } = readPeriod(ctx.url.searchParams, today);
  const period = read ?? ctx.notFound();
  const records = await ctx.query(officeRecords, period, today);
  return {
    asked,
    shown: reportOf(period, records, await ctx.query(officeDays), today),
    officeName: (await ctx.office()).name,
    now: ctx.now,
    issuer: ctx.actor.name,
  };
});

export default function StatisticsSheetRoute() {
  return <StatisticsSheet {...useLoaderData<typeof loader>()} />;
}
