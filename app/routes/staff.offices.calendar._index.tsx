import { CalendarPage } from '#app/components/office/CalendarPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { yearOfDays } from '#app/procedures/office/yearOfDays.ts';
import { officeText } from '#app/text/staff/office.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { ownDays } from '#db/queries/officeCalendar.ts';

export const meta = pageMeta(officeText.calendar.title);

export const loader = staffRoute.loader({ permission: 'office.readCalendar' }, async (ctx) => {
  const days = yearOfDays(ctx.url.searchParams.get('year'), ctx.today);
  return {
    ...days,
    today: ctx.today,
    viewer: ctx.actor.role,
    own: await ctx.query(ownDays, `${days.year}-01-01`, `${days.year}-12-31`),
    edits: ctx.may('office.editCalendar'),
  };
});

export default function CalendarScreen() {
  return <CalendarPage {...useLoaderData<typeof loader>()} />;
}
