import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';

/** A job that was given up is tried again from now, with its attempts counted anew; its Message-ID stays. */
export const retryJob = defineProcedure<{ jobId: string }, null>({
  name: 'job.retry',
  permission: 'job.settle',
  input: object({ jobId: recordId }),
  audit: 'job.retried',

  async run({ stores, now, record }, { jobId }) {
    if (!(await stores.jobs.retryDead(jobId, now))) throw new Conflict({ type: 'job', id: jobId });
    record({ subject: { type: 'job', id: jobId } });
    return done(null);
  },
});
