import { StatisticsPage } from '#app/components/statistics/StatisticsPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { periodBeside } from '#app/domain/reportPeriod.ts';
import { offeredPeriods, readPeriod } from '#app/forms/statistics.ts';
import { reportOf } from '#app/procedures/statistics/report.ts';
import { statisticsText } from '#app/text/staff/statistics.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { officeRecords } from '#db/queries/statistics.ts';

export const meta = pageMeta(statisticsText.title);

export const loader = staffRoute.loader({ permission: 'statistics.read' }, async (ctx) => {
  const { today } = ctx;
  const { asked, period, problem } = readPeriod(ctx.url.searchParams, today);
  return {
    asked,
    problem,
    shown:
      period &&
      reportOf(period, await ctx.query(officeRecords, period, today), await ctx.query(officeDays), today),
    offered: offeredPeriods(today),
    before: period && periodBeside(period, -1),
    after: period && periodBeside(period, 1),
  };
});

export default function StatisticsRoute() {
  return <StatisticsPage {...useLoaderData<typeof loader>()} />;
}
