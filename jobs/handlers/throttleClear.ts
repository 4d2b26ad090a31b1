import type { HandlerTools } from './handler.ts';
import { sweep } from './sweep.ts';

const most = 1_000;

/** What was counted in a window that is over; each batch commits on its own. */
export const throttleClear = (tools: HandlerTools) =>
  sweep(tools, 'throttle.clear', ({ now }) => [
    {
      key: 'throttles',
      batch: async () => {
        const cleared = await tools.write(({ throttles }) => throttles.clear(now, most));
        return {
          counts: { lookedAt: cleared, actedOn: cleared, skipped: 0, failed: 0 },
          next: cleared === most ? 'more' : null,
          failures: [],
        };
      },
    },
  ]);
