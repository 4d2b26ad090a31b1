import { minusPeriod } from '#app/domain/calendar.ts';
import { businessDate } from '#app/domain/clock.ts';
import { eraseMessages, mostErased } from '#app/procedures/message/erase.ts';
import type { Handler, HandlerTools } from './handler.ts';

/**
 * Finds what the rule is about by its parameter in force, with an index; the rule then judges each. Each batch is a
 * transaction of its own: killed half way, the next run does the rest.
 */
export const messageErase = ({ perform, stores, rules }: HandlerTools): Handler<'message.erase'> => ({
  run: async (_payload, job, now) => {
    const today = businessDate(new Date(now));
    const count = Number(rules().parameter('retention/message', 'keepYears', today));
    const day = minusPeriod(today, { count, unit: 'years' });
    for (let after = { id: '', sentOn: '' }; ; ) {
      const found = await stores.messages.sentBefore(day, after, mostErased);
      const last = found.at(-1);
      if (last === undefined) break;
      await perform(
        eraseMessages,
        { kind: 'system', job: 'message.erase' },
        { ids: found.map(({ id }) => id) },
        { requestId: job.id },
      );
      after = last;
    }
    await stores.messages.clearLog();
    return { state: 'done' };
  },
});
