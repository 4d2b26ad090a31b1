import { issueKey } from '#app/procedures/account/issueKey.ts';
import { NotFound } from '#app/procedures/procedure.ts';
import type { Handler, HandlerTools } from './handler.ts';

/** 認証キー for an asked-for address. The job's id is the idempotency key: run again, it gives the same receipt. */
export const keyIssue = ({ perform }: Pick<HandlerTools, 'perform'>): Handler<'key.issue'> => ({
  run: async (payload, job) => {
    try {
      const outcome = await perform(issueKey, { kind: 'system', job: 'key.issue' }, payload, {
        requestId: job.id,
        idempotencyKey: job.id,
      });
      return outcome.ok ? { state: 'done' } : { state: 'cancelled', reason: outcome.code };
    } catch (error) {
      if (error instanceof NotFound) return { state: 'cancelled', reason: 'key-request-gone' };
      throw error;
    }
  },
});
