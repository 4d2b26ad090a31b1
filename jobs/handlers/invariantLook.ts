import { noCounts } from '#app/domain/sweep.ts';
import { lookForInvariants } from '#app/procedures/invariant/look.ts';
import type { HandlerTools } from './handler.ts';
import { sweep } from './sweep.ts';

/** データの点検 of the night; what it finds is recorded, stands on its page, and is counted here as what it looked at. */
export const invariantLook = (tools: HandlerTools) =>
  sweep(tools, 'invariant.look', ({ perform }) => [
    {
      key: 'offices',
      batch: async () => {
        const outcome = await perform(lookForInvariants, {});
        const lookedAt = outcome.ok ? outcome.value.found : 0;
        return { counts: { ...noCounts, lookedAt }, next: null, failures: [] };
      },
    },
  ]);
