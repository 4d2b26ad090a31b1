import { minusPeriod } from '#app/domain/calendar.ts';
import { noCounts } from '#app/domain/sweep.ts';
import { eraseMessages, mostErased } from '#app/procedures/message/erase.ts';
import type { DatedMessage } from '#db/stores/messages.ts';
import type { HandlerTools } from './handler.ts';
import { sweep } from './sweep.ts';

const beginning: DatedMessage = { id: '', sentOn: '' };

/**
 * Finds what the rule is about by its parameter in force, with an index; the rule then judges each. A batch is one
 * transaction.
 */
export const messageErase = (tools: HandlerTools) =>
  sweep(tools, 'message.erase', ({ today, perform }) => {
    const { messages } = tools.stores;
    const count = Number(tools.rules().parameter('retention/message', 'keepYears', today));
    const day = minusPeriod(today, { count, unit: 'years' });
    return [
      {
        key: 'messages',
        total: () => messages.countSentBefore(day),
        batch: async (after) => {
          const found = await messages.sentBefore(
            day,
            (after as DatedMessage | null) ?? beginning,
            mostErased,
          );
          if (found.length === 0) {
            await messages.clearLog();
            return { counts: noCounts, next: null, failures: [] };
          }
          const outcome = await perform(eraseMessages, { ids: found.map(({ id }) => id) });
          const actedOn = outcome.ok ? outcome.value.erased : 0;
          return {
            counts: { lookedAt: found.length, actedOn, skipped: found.length - actedOn, failed: 0 },
            next: found.at(-1),
            failures: [],
          };
        },
      },
    ];
  });
