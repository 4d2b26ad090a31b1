import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { PlanPage } from '#app/components/retention/PlanPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { plusMonths } from '#app/domain/calendar.ts';
import { erasureSql, plannedErasure } from '#app/procedures/retention/due.ts';
import { retentionText } from '#app/text/staff/retention.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { plannedMypages } from '#db/queries/retention.ts';

export const meta = pageMeta(retentionText.tabs.plan);

export const loader = staffRoute.loader({ permission: 'retention.read' }, async (ctx) => {
  const { rules, today } = ctx;
  const until = plusMonths(today, Number(rules.parameter('limits/retention', 'aheadMonths', today)));
  const found = await ctx.query(plannedMypages, erasureSql(rules, until), today, pageNumber(ctx.url));
  const planned = await Promise.all(
    found.rows.map(async ({ id, name, number, records, hold }) => {
      const erasure = await plannedErasure(rules, records, until);
      return erasure && { establishment: { id, name, number }, hold, ...erasure };
    }),
  );
  return {
    planned: { ...found, rows: planned.filter((row) => row !== null) },
    until,
    may: { hold: ctx.may('retention.hold') },
  };
});

export default function RetentionPlanScreen() {
  return <PlanPage {...useLoaderData<typeof loader>()} />;
}
