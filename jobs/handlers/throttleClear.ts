import type { Handler, HandlerTools } from './handler.ts';

const batch = 1_000;

/** What was counted in a window that is over; each batch commits on its own. */
export const throttleClear = ({ stores }: Pick<HandlerTools, 'stores'>): Handler<'throttle.clear'> => ({
  run: async (_payload, _job, now) => {
    while ((await stores.throttles.clear(now, batch)) === batch);
    return { state: 'done' };
  },
});
