import { nextPath } from '#app/components/queue/itemPath.ts';
import { Today } from '#app/components/today/Today.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { closedReason, nextOpenDay } from '#app/domain/calendar.ts';
import { calendarOf, openDaysLeft } from '#app/procedures/office/openDays.ts';
import { todayText } from '#app/text/staff/today.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { nextInQueue } from '#db/queries/queue/next.ts';
import { staffToday } from '#db/queries/staffToday.ts';

export const meta = pageMeta(todayText.title);

export const loader = staffRoute.loader({ permission: 'staff.home' }, async (ctx) => {
  const { today, now } = ctx;
  const boxes = await ctx.query(staffToday, today, now);
  const days = await ctx.query(officeDays);
  const { dueToday, overdue, claimed, assigned, resumed, expected } = boxes;
  const shown = [dueToday, overdue, claimed, assigned, resumed, expected].flatMap(({ first }) => first);
  return {
    boxes,
    next: nextPath(await ctx.query(nextInQueue, now), null),
    closed: closedReason(today, calendarOf(days)),
    nextOpenDay: nextOpenDay(today, calendarOf(days)),
    settles: ctx.may('posting.settleRefusal'),
    today,
    openDays: openDaysLeft(
      days,
      today,
      shown.map(({ due }) => due),
    ),
    demo: ctx.mode === 'demo',
  };
});

export default function TodayPage() {
  return <Today {...useLoaderData<typeof loader>()} />;
}
