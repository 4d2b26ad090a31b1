import { DeadlinesPage } from '#app/components/deadline/DeadlinesPage.tsx';
import { askedIn } from '#app/components/deadline/month.ts';
import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { asAccepted, deadlineDays } from '#app/procedures/office/deadlineRules.ts';
import { generalClosings, knownYears } from '#app/procedures/office/yearOfDays.ts';
import { deadlinesText } from '#app/text/staff/deadlines.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { deadlineCounts, deadlines } from '#db/queries/deadlines.ts';
import { ownDays } from '#db/queries/officeCalendar.ts';

export const meta = pageMeta(deadlinesText.title);

export const loader = staffRoute.loader({ permission: 'review.read' }, async (ctx) => {
  const { today, rules, url } = ctx;
  const asked = askedIn(url, today, knownYears);
  const { first, last, kind, day } = asked;
  const after = deadlineDays(rules, today);
  const filter = { from: first, to: last, kind, after };
  const { rows, ...page } = await ctx.query(
    deadlines,
    { ...filter, from: day ?? first, to: day ?? last },
    pageNumber(url),
  );
  return {
    asked,
    today,
    counts: await ctx.query(deadlineCounts, filter),
    list: { ...page, rows: rows.map((row) => asAccepted(rules, row)) },
    closings: generalClosings(first, last),
    own: await ctx.query(ownDays, first, last),
    after,
  };
});

export default function DeadlinesScreen() {
  return <DeadlinesPage {...useLoaderData<typeof loader>()} />;
}
