import { TodaySheet } from '#app/components/today/TodaySheet.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { closedReason, nextOpenDay } from '#app/domain/calendar.ts';
import { calendarOf, openDaysLeft } from '#app/procedures/office/openDays.ts';
import { todayText } from '#app/text/staff/today.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { todaySheet } from '#db/queries/todaySheet.ts';

export const meta = pageMeta(todayText.sheet);

export const loader = staffRoute.loader({ permission: 'staff.home' }, async (ctx) => {
  const { today, now } = ctx;
  const items = await ctx.query(todaySheet, today, now);
  const days = await ctx.query(officeDays);
  return {
    items,
    closed: closedReason(today, calendarOf(days)),
    nextOpenDay: nextOpenDay(today, calendarOf(days)),
    today,
    openDays: openDaysLeft(
      days,
      today,
      [...items.due, ...items.own].map(({ due }) => due),
    ),
    now,
    issuer: `${(await ctx.office()).name} ${ctx.actor.name}`,
  };
});

export default function TodaySheetPage() {
  return <TodaySheet {...useLoaderData<typeof loader>()} />;
}
