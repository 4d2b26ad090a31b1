import { RunPage } from '#app/components/schedule/RunPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { scheduleText } from '#app/text/staff/schedule.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { actsOfRuns, sweepRunView } from '#db/queries/schedule.ts';

export const meta = pageMeta(scheduleText.runTitle);

export const loader = staffRoute.loader(
  { permission: 'sweep.read', params: { id: recordId } },
  async (ctx) => {
    const run = (await ctx.query(sweepRunView, ctx.params.id)) ?? ctx.notFound();
    return { run, acts: (await ctx.query(actsOfRuns, [run.id])).acts };
  },
);

export default function RunRoute() {
  return <RunPage {...useLoaderData<typeof loader>()} />;
}
