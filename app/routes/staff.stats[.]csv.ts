import { statisticsRows } from '#app/components/statistics/fileRows.ts';
import { periodCode } from '#app/domain/reportPeriod.ts';
import { csvText } from '#app/forms/csv.ts';
import { readPeriod } from '#app/forms/statistics.ts';
import { reportOf } from '#app/procedures/statistics/report.ts';
import { statisticsText } from '#app/text/staff/statistics.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { officeRecords } from '#db/queries/statistics.ts';

/** The figures of a period as a file for a spreadsheet. */
export const loader = staffRoute.loader({ permission: 'statistics.read' }, async (ctx) => {
  const { today } = ctx;
  const period = readPeriod(ctx.url.searchParams, today).period ?? ctx.notFound();
  const records = await ctx.query(officeRecords, period, today);
  const report = reportOf(period, records, await ctx.query(officeDays), today);
  return new Response(csvText(statisticsRows((await ctx.office()).name, report)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${statisticsText.fileName(periodCode(period))}"`,
      'Cache-Control': 'no-store',
    },
  });
});
