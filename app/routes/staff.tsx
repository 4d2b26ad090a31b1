import { UrgentChangesBanner } from '#app/components/rule/change/UrgentChangesBanner.tsx';
import { RuleProblemsBanner } from '#app/components/rule/RuleProblemsBanner.tsx';
import { StaffFrame } from '#app/components/ui/StaffFrame.tsx';
import { closedReason } from '#app/domain/calendar.ts';
import { calendarOf } from '#app/procedures/office/openDays.ts';
import { Outlet, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { deadJobs } from '#db/queries/jobs.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { urgentRuleChanges } from '#db/queries/ruleChanges.ts';
import { staffCounts } from '#db/queries/staffCounts.ts';
import { staffPreferences } from '#db/queries/staffPreferences.ts';

/** The frame of every staff page. It guards nothing: each page below has its own guard. */
export const loader = staffRoute.loader({ permission: 'staff.home' }, async (ctx) => ({
  officeName: (await ctx.office()).name,
  today: ctx.today,
  closedReason: closedReason(ctx.today, calendarOf(await ctx.query(officeDays))),
  user: { name: ctx.actor.name, role: ctx.actor.role },
  counts: await ctx.query(staffCounts, ctx.today, ctx.now),
  searched: ctx.url.pathname.startsWith('/staff/establishments') ? (ctx.url.searchParams.get('q') ?? '') : '',
  ruleProblems: {
    files: new Set(ctx.ruleProblems().map(({ file }) => file)).size,
    mends: ctx.may('rule.readProblems'),
  },
  urgentChanges: await ctx.query(urgentRuleChanges),
  deadJobs: ctx.may('job.settle') ? await ctx.query(deadJobs) : 0,
  singleKeys: (await ctx.query(staffPreferences)).singleKeys,
  sessionLimits: {
    idleMinutes: Number(ctx.rules.parameter('limits/account', 'staffIdleMinutes', ctx.today)),
    warningMinutes: Number(ctx.rules.parameter('limits/account', 'sessionWarningMinutes', ctx.today)),
  },
  logoutKey: ctx.newKey(),
}));

export default function StaffLayout() {
  const { ruleProblems, urgentChanges, ...frame } = useLoaderData<typeof loader>();
  return (
    <StaffFrame {...frame}>
      <RuleProblemsBanner {...ruleProblems} />
      <UrgentChangesBanner count={urgentChanges} />
      <Outlet />
    </StaffFrame>
  );
}
