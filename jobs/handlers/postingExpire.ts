import { businessDate } from '#app/domain/clock.ts';
import { expirePosting } from '#app/procedures/posting/expire.ts';
import type { Handler, HandlerTools } from './handler.ts';

const batch = 200;

/** Each posting is a transaction of its own: killed half way, the next run does the rest. */
export const postingExpire = ({ perform, stores }: HandlerTools): Handler<'posting.expire'> => ({
  run: async (_payload, job, now) => {
    const today = businessDate(new Date(now));
    for (;;) {
      const ended = await stores.postings.endedBefore(today, batch);
      for (const { id, version } of ended)
        await perform(
          expirePosting,
          { kind: 'system', job: 'posting.expire' },
          { postingId: id, version },
          { requestId: job.id },
        );
      if (ended.length < batch) return { state: 'done' };
    }
  },
});
