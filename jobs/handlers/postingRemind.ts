import { businessDate } from '#app/domain/clock.ts';
import { announceEnd } from '#app/procedures/posting/announceEnd.ts';
import { lastDueToRemind, lastEndToAnnounce } from '#app/procedures/posting/deadlineDays.ts';
import { remindVisit } from '#app/procedures/posting/remindVisit.ts';
import type { Handler, HandlerTools } from './handler.ts';

const batch = 200;

/**
 * Office by office, because each has its own open days. Each reminder is a transaction of its own, and what was
 * reminded of is found no more: killed half way, the next run does the rest.
 */
export const postingRemind = ({ perform, stores, rules }: HandlerTools): Handler<'posting.remind'> => ({
  run: async (_payload, job, now) => {
    const today = businessDate(new Date(now));
    const actor = { kind: 'system', job: 'posting.remind' } as const;
    const everyOne = async (
      find: () => Promise<string[]>,
      act: typeof remindVisit | typeof announceEnd,
    ): Promise<void> => {
      for (;;) {
        const found = await find();
        for (const postingId of found) await perform(act, actor, { postingId }, { requestId: job.id });
        if (found.length < batch) return;
      }
    };
    for (const { id } of await stores.offices.all()) {
      const days = await stores.offices.daysOf(id);
      const visits = { from: today, to: lastDueToRemind(rules(), days, today) };
      const ends = { from: today, to: lastEndToAnnounce(rules(), today) };
      await everyOne(() => stores.deadlineNotices.visitsToRemind(id, visits, batch), remindVisit);
      await everyOne(() => stores.deadlineNotices.endsToAnnounce(id, ends, batch), announceEnd);
    }
    return { state: 'done' };
  },
});
