import { createHash } from 'node:crypto';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { done } from '#app/domain/refusal.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { verdictDetail } from '../posting/support.ts';
import { defineProcedure } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';

/** As many as one transaction takes away. */
export const mostErased = 200;

/**
 * 自動消去 of messages (leaflet: 「メッセージは送受信後1年経過すると自動消去されます」): the rule judges each by its day, and
 * what is erased is gone for both sides. The record proves how many, of which days and by which rule, and holds nothing
 * of what was written.
 */
export const eraseMessages = defineProcedure<{ ids: readonly string[] }, { erased: number }>({
  name: 'message.erase',
  permission: 'message.erase',
  input: object({ ids: { type: 'array', minItems: 1, maxItems: mostErased, items: recordId } }),
  audit: 'message.erased',

  async run({ stores, rules, today, newId, record }, { ids }) {
    const messages = await stores.messages.dates(ids);
    const verdicts = new Map<CalendarDate, Verdict>();
    for (const sentOn of new Set(messages.map((message) => message.sentOn)))
      verdicts.set(sentOn, await rules.decide('retention/message', { asOf: today, sentOn }));
    const due = messages.filter(({ sentOn }) => verdicts.get(sentOn)?.outcome === 'erase');
    await stores.messages.erase(due.map(({ id }) => id));
    const days = due.map(({ sentOn }) => sentOn).toSorted();
    const verdict = verdicts.get(days.at(-1) ?? '');
    record({
      subject: { type: 'message_erasure', id: newId() },
      detail: {
        rows: due.length,
        from: days.at(0) ?? null,
        to: days.at(-1) ?? null,
        hash: createHash('sha256')
          .update(due.map(({ id }) => id).join('\n'))
          .digest('hex'),
        ...(verdict && verdictDetail(verdict)),
      },
    });
    return done({ erased: due.length });
  },
});
