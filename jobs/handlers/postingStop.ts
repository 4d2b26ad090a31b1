import { businessDate } from '#app/domain/clock.ts';
import { stopPosting } from '#app/procedures/posting/stop.ts';
import type { Handler, HandlerTools } from './handler.ts';

const batch = 200;

/** Each posting is a transaction of its own: killed half way, the next run does the rest. */
export const postingStop = ({ perform, stores }: HandlerTools): Handler<'posting.stop'> => ({
  run: async (_payload, job, now) => {
    const today = businessDate(new Date(now));
    for (;;) {
      const due = await stores.changeRequests.dueStops(today, batch);
      for (const stop of due)
        await perform(stopPosting, { kind: 'system', job: 'posting.stop' }, stop, { requestId: job.id });
      if (due.length < batch) return { state: 'done' };
    }
  },
});
