import { actorId } from '#app/domain/actor.ts';
import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';

/** A run stops after the batch it is at, and keeps its place. The schedule of the following days goes on. */
export const stopSweep = defineProcedure<{ runId: string }, null>({
  name: 'sweep.stop',
  permission: 'sweep.control',
  input: object({ runId: recordId }),
  audit: 'sweep.stopped',

  async run({ actor, stores, now, record }, { runId }) {
    const { sweep } = notFoundUnless(await stores.sweepRuns.find(runId));
    const subject = { type: 'sweep_run', id: runId };
    if (!(await stores.sweepRuns.stop(runId, actorId(actor), now))) throw new Conflict(subject);
    record({ subject, detail: { sweep } });
    return done(null);
  },
});
