import { businessDate } from '#app/domain/clock.ts';
import { lapsePosting } from '#app/procedures/posting/lapse.ts';
import type { Handler, HandlerTools } from './handler.ts';

const batch = 200;

/** Each posting is a transaction of its own: killed half way, the next run does the rest. */
export const postingLapse = ({ perform, stores }: HandlerTools): Handler<'posting.lapse'> => ({
  run: async (_payload, job, now) => {
    const today = businessDate(new Date(now));
    for (;;) {
      const overdue = await stores.postings.dueBefore(today, batch);
      for (const { id, version } of overdue)
        await perform(
          lapsePosting,
          { kind: 'system', job: 'posting.lapse' },
          { postingId: id, version },
          { requestId: job.id },
        );
      if (overdue.length < batch) return { state: 'done' };
    }
  },
});
