import { wageFileText } from '#app/forms/minimumWageCsv.ts';
import { wageOverview } from '#app/procedures/minimumWage/known.ts';
import { minimumWagesText } from '#app/text/staff/minimumWages.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { csvAnswer } from '#app/web/textFile.server.ts';
import { minimumWages } from '#db/queries/minimumWages.ts';

/** What is in force and what comes next, as a file for a spreadsheet. */
export const loader = staffRoute.loader({ permission: 'minimumWage.read' }, async (ctx) => {
  const { entered } = await ctx.query(minimumWages);
  const wages = wageOverview(entered, ctx.today).flatMap(({ current, coming }) => [
    ...(current === null ? [] : [current]),
    ...coming,
  ]);
  return csvAnswer(wageFileText(wages), minimumWagesText.fileName);
});
