import { Today } from '#app/components/review/Today.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { closedReason } from '#app/domain/calendar.ts';
import { calendarOf } from '#app/procedures/office/openDays.ts';
import { todayText } from '#app/text/staff/today.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { nextReview } from '#db/queries/reviewQueue.ts';
import { staffToday } from '#db/queries/staffToday.ts';

export const meta = pageMeta(todayText.title);

export const loader = staffRoute.loader({ permission: 'staff.home' }, async (ctx) => ({
  boxes: await ctx.query(staffToday, ctx.today),
  next: await ctx.query(nextReview, ctx.today),
  closed: closedReason(ctx.today, calendarOf(await ctx.query(officeDays))),
  settles: ctx.may('posting.settleRefusal'),
}));

export default function TodayPage() {
  return <Today {...useLoaderData<typeof loader>()} />;
}
