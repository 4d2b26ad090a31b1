import { EmployerRecordsPage } from '#app/components/employerRecords/EmployerRecordsPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { lastDayOfRefusal } from '#app/procedures/refusalPeriod/end.ts';
import { employerRecordsText } from '#app/text/staff/employerRecords.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { employerRecords } from '#db/queries/employerRecords.ts';

export const meta = pageMeta(employerRecordsText.title);

export const loader = staffRoute.loader(
  {
    permission: 'establishment.read',
    params: { id: recordId },
    view: { screen: 'establishment.records', subject: ({ id }) => id },
  },
  async (ctx) => {
    const records = (await ctx.query(employerRecords, ctx.params.id)) ?? ctx.notFound();
    return {
      ...records,
      refusalPeriods: records.refusalPeriods.map((period) => ({
        ...period,
        until: lastDayOfRefusal(ctx.rules, period, ctx.today),
      })),
      may: { handle: ctx.may('complaint.handle'), record: ctx.may('refusalPeriod.record') },
    };
  },
);

export default function EmployerRecordsScreen() {
  return <EmployerRecordsPage {...useLoaderData<typeof loader>()} />;
}
