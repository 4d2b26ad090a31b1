import { pageNumber, searchTerms, searchText as textOf } from '#app/components/establishment/searchTerms.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { VisitsPage } from '#app/components/visit/VisitsPage.tsx';
import { openDaysLeft } from '#app/procedures/office/openDays.ts';
import { visitsText } from '#app/text/staff/visits.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { awaitedVisits } from '#db/queries/visits.ts';

export const meta = pageMeta(visitsText.title);

export const loader = staffRoute.loader({ permission: 'review.read' }, async (ctx) => {
  const q = textOf(ctx.url);
  const { key, digits, number } = searchTerms(q);
  const search = key === null ? null : { key, digits };
  const awaited = await ctx.query(awaitedVisits, search, pageNumber(ctx.url));
  const [first] = awaited.rows;
  // A whole 事業所番号 names one establishment, and a registered one can be visited for: nothing is left to choose.
  if (
    first &&
    number !== null &&
    first.number === number &&
    first.state === 'registered' &&
    ctx.may('visit.register')
  )
    return ctx.redirect(paths.staff.reviewVisit(first.postingId));
  const dueDates = awaited.rows.map(({ dueDate }) => dueDate);
  return {
    q,
    awaited,
    searched: search !== null,
    today: ctx.today,
    openDays: openDaysLeft(await ctx.query(officeDays), ctx.today, dueDates),
    registers: {
      visit: ctx.may('visit.register'),
      establishment: ctx.may('establishment.completeRegistration'),
    },
  };
});

export default function VisitsRoute() {
  return <VisitsPage {...useLoaderData<typeof loader>()} />;
}
