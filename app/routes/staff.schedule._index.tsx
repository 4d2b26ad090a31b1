import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { SchedulePage } from '#app/components/schedule/SchedulePage.tsx';
import { sweepIntents } from '#app/components/schedule/schedule.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { isSweepName, nextSlot, type SweepName, type SweepTime } from '#app/domain/sweep.ts';
import { BadInput } from '#app/procedures/procedure.ts';
import { resumeSweep } from '#app/procedures/sweep/resume.ts';
import { runSweepNow } from '#app/procedures/sweep/runNow.ts';
import { stopSweep } from '#app/procedures/sweep/stop.ts';
import { scheduleText } from '#app/text/staff/schedule.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { latestSweepRuns, sweepRunList } from '#db/queries/schedule.ts';

export const meta = pageMeta(scheduleText.title);

const sweepNamed = (name: string): SweepName | null => (isSweepName(name) ? name : null);

const byTime = (a: SweepTime, b: SweepTime): number => (a.at < b.at ? -1 : Number(a.at > b.at));

export const loader = staffRoute.loader({ permission: 'sweep.read' }, async (ctx) => {
  const shown = sweepNamed(ctx.url.searchParams.get('sweep') ?? '');
  const latest = await ctx.query(latestSweepRuns);
  return {
    shown,
    history: await ctx.query(sweepRunList, shown, pageNumber(ctx.url)),
    sweeps: ctx
      .sweeps()
      .toSorted(byTime)
      .map(({ name, at }) => ({
        name,
        at,
        nextAt: nextSlot({ at }, ctx.now, ctx.today),
        last: latest.find(({ sweep }) => sweep === name) ?? null,
        idempotencyKey: ctx.may('sweep.control') ? ctx.newKey() : null,
      })),
  };
});

export const action = staffRoute.action({ permission: 'sweep.control' }, async (ctx) => {
  const { intent, raw } = ctx.form;
  const runId = String(raw.get('run') ?? '');
  if (intent === sweepIntents.stop) {
    await ctx.perform(stopSweep, { runId });
    return ctx.redirect(paths.staff.schedule(), 'sweep-stopped');
  }
  if (intent === sweepIntents.resume) {
    await ctx.perform(resumeSweep, { runId });
    return ctx.redirect(paths.staff.schedule(), 'sweep-resumed');
  }
  const sweep = sweepNamed(String(raw.get('sweep') ?? ''));
  if (intent !== sweepIntents.run || sweep === null) throw new BadInput('None of the buttons was pressed.');
  await ctx.perform(runSweepNow, { sweep });
  return ctx.redirect(paths.staff.schedule(), 'sweep-asked');
});

export default function ScheduleRoute() {
  return <SchedulePage {...useLoaderData<typeof loader>()} />;
}
