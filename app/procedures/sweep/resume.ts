import type { JobRequest } from '#app/domain/job.ts';
import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';

/** A run that was stopped goes on after the last record it had looked at. */
export const resumeSweep = defineProcedure<{ runId: string }, null>({
  name: 'sweep.resume',
  permission: 'sweep.control',
  input: object({ runId: recordId }),
  audit: 'sweep.resumed',

  async run({ stores, newId, record, enqueue }, { runId }) {
    const { sweep, slot } = notFoundUnless(await stores.sweepRuns.find(runId));
    const subject = { type: 'sweep_run', id: runId };
    if (!(await stores.sweepRuns.resume(runId))) throw new Conflict(subject);
    record({ subject, detail: { sweep } });
    enqueue({
      kind: sweep,
      payload: { slot, runId },
      dedupe: `sweep:${runId}:${newId()}`,
    } as JobRequest);
    return done(null);
  },
});
