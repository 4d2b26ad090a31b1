import type { Handler, HandlerTools } from './handler.ts';

const batch = 1_000;

/** What was counted in a window that is over; each batch commits on its own. */
export const throttleClear = ({ write }: Pick<HandlerTools, 'write'>): Handler<'throttle.clear'> => ({
  run: async (_payload, _job, now) => {
    while ((await write(({ throttles }) => throttles.clear(now, batch))) === batch);
    return { state: 'done' };
  },
});
