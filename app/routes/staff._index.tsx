import { Today } from '#app/components/review/Today.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { closedReason } from '#app/domain/calendar.ts';
import { calendarOf, openDaysLeft } from '#app/procedures/office/openDays.ts';
import { todayText } from '#app/text/staff/today.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { nextReview } from '#db/queries/reviewQueue.ts';
import { staffToday } from '#db/queries/staffToday.ts';

export const meta = pageMeta(todayText.title);

export const loader = staffRoute.loader({ permission: 'staff.home' }, async (ctx) => {
  const { today } = ctx;
  const boxes = await ctx.query(staffToday, today);
  const days = await ctx.query(officeDays);
  const shown = [...boxes.overdue.first, ...boxes.dueToday.first].map(({ dueDate }) => dueDate);
  const ahead = boxes.nextDueDays.map(({ date }) => date);
  return {
    boxes,
    next: await ctx.query(nextReview, ctx.now),
    closed: closedReason(today, calendarOf(days)),
    settles: ctx.may('posting.settleRefusal'),
    today,
    openDays: openDaysLeft(days, today, [...shown, ...ahead]),
    demo: ctx.mode === 'demo',
  };
});

export default function TodayPage() {
  return <Today {...useLoaderData<typeof loader>()} />;
}
