import { pageNumber, searchTerms, searchText as textOf } from '#app/components/establishment/searchTerms.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { paperNumber } from '#app/components/visit/paperNumber.ts';
import { VisitsPage } from '#app/components/visit/VisitsPage.tsx';
import { openDaysLeft } from '#app/procedures/office/openDays.ts';
import { visitsText } from '#app/text/staff/visits.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { awaitedVisits, establishmentByPaper } from '#db/queries/visits.ts';

export const meta = pageMeta(visitsText.title);

export const loader = staffRoute.loader({ permission: 'review.read' }, async (ctx) => {
  const q = textOf(ctx.url);
  const paper = ctx.may('visit.register') ? paperNumber(q) : null;
  const owner = paper === null ? null : await ctx.query(establishmentByPaper, paper);
  // A whole number names one establishment: nothing is left to choose.
  if (owner !== null) return ctx.redirect(paths.staff.visit(owner));
  const terms = searchTerms(q);
  const search = terms.key === null ? null : terms;
  const awaited = await ctx.query(awaitedVisits, search, pageNumber(ctx.url));
  const dueDates = awaited.rows.map(({ dueDate }) => dueDate);
  return {
    q,
    awaited,
    searched: search !== null,
    today: ctx.today,
    openDays: openDaysLeft(await ctx.query(officeDays), ctx.today, dueDates),
    registers: { visit: ctx.may('visit.register') },
  };
});

export default function VisitsRoute() {
  return <VisitsPage {...useLoaderData<typeof loader>()} />;
}
