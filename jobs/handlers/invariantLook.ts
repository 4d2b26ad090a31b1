import { lookForInvariants } from '#app/procedures/invariant/look.ts';
import type { Handler, HandlerTools } from './handler.ts';

/** データの点検 of the night; what it finds is recorded and stands on its page. */
export const invariantLook = ({ perform }: HandlerTools): Handler<'invariant.look'> => ({
  run: async (_payload, job) => {
    await perform(lookForInvariants, { kind: 'system', job: 'invariant.look' }, {}, { requestId: job.id });
    return { state: 'done' };
  },
});
