import { actorId } from '#app/domain/actor.ts';
import type { JobRequest } from '#app/domain/job.ts';
import { done } from '#app/domain/refusal.ts';
import { isUnderWay, type SweepName, sweepNames } from '#app/domain/sweep.ts';
import { Conflict, defineProcedure } from '../procedure.ts';
import { object } from '../schemas.ts';

/**
 * 今すぐ実行: a run beside that of the schedule, marked with who asked for it. What the schedule has done today is not
 * done twice, because a sweep looks at states. One at a time: while a run is under way, nobody gets a second.
 */
export const runSweepNow = defineProcedure<{ sweep: SweepName }, { runId: string }>({
  name: 'sweep.runNow',
  permission: 'sweep.control',
  input: object({ sweep: { enum: [...sweepNames] } }),
  audit: 'sweep.asked',

  async run({ actor, stores, now, today, newId, record, enqueue }, { sweep }) {
    const latest = await stores.sweepRuns.latestOf(sweep);
    if (latest && isUnderWay(latest)) throw new Conflict({ type: 'sweep_run', id: latest.id });
    const runId = newId();
    await stores.sweepRuns.insert({ id: runId, sweep, slot: today, askedBy: actorId(actor) }, now);
    record({ subject: { type: 'sweep_run', id: runId }, detail: { sweep } });
    enqueue({ kind: sweep, payload: { slot: today, runId }, dedupe: `sweep:${runId}` } as JobRequest);
    return done({ runId });
  },
});
