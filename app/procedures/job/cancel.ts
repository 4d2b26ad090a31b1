import { actorId } from '#app/domain/actor.ts';
import { done } from '#app/domain/refusal.ts';
import { isSweepName } from '#app/domain/sweep.ts';
import { startNext } from '../backTest/next.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';

/**
 * A job that waits or was given up is called off: it will not run, and its row says so. A 認証キー that will not be
 * mailed leaves no sealed copy behind, as when its mail ends by itself (jobs/handlers/mailKey.ts).
 */
export const cancelJob = defineProcedure<{ jobId: string }, null>({
  name: 'job.cancel',
  permission: 'job.settle',
  input: object({ jobId: recordId }),
  audit: 'job.cancelled',

  async run({ actor, stores, now, record }, { jobId }) {
    const job = notFoundUnless(await stores.jobs.find(jobId));
    if (!(await stores.jobs.cancel(jobId, now))) throw new Conflict({ type: 'job', id: jobId });
    if (job.kind === 'mail.key') await stores.keys.forgetSealed(job.payload.keyId);
    const { runId } = job.payload as { runId?: string };
    if (isSweepName(job.kind) && runId !== undefined) await stores.sweepRuns.stop(runId, actorId(actor), now);
    if (job.kind === 'backTest.run') {
      await stores.backTests.end(job.payload.backTestId, 'cancelled', now);
      await startNext(stores);
    }
    record({ subject: { type: 'job', id: jobId } });
    return done(null);
  },
});
