import { businessDate } from '#app/domain/clock.ts';
import { erasureSql } from '#app/procedures/retention/due.ts';
import { eraseMypage } from '#app/procedures/retention/erase.ts';
import { lookForErasure, mostLooked } from '#app/procedures/retention/look.ts';
import type { Handler, HandlerTools } from './handler.ts';

const system = { kind: 'system', job: 'retention.sweep' } as const;

/** MyPages that one query looks through. */
const scanned = 1_000;
const batch = 50;

/**
 * First what is due is found by the rule as SQL, judged by the engine and marked, in every office: the dry run. Then
 * what is marked is erased, one MyPage a transaction, in offices that erase by themselves. Killed half way, the next
 * run does the rest.
 */
export const retentionSweep = ({
  perform,
  stores,
  rules,
  write,
}: HandlerTools): Handler<'retention.sweep'> => ({
  run: async (_payload, job, now) => {
    const today = businessDate(new Date(now));
    const days = Number(rules().parameter('limits/retention', 'receiptDays', today));
    const before = new Date(Date.parse(now) - days * 86_400_000).toISOString();
    await write(({ erasures }) => erasures.clearAged(before));

    const due = erasureSql(rules(), today);
    for (const type of ['establishment', 'account'] as const)
      for (let after: string | null = ''; after !== null; ) {
        const page = await stores.erasures.due(type, due, today, after, scanned);
        for (let at = 0; at < page.found.length; at += mostLooked) {
          const subjects = page.found.slice(at, at + mostLooked).map((id) => ({ type, id }));
          await perform(lookForErasure, system, { subjects }, { requestId: job.id });
        }
        after = page.next;
      }
    await write(({ retention }) => retention.forgetMarks(today));

    for (let after = ''; ; ) {
      const marks = await stores.retention.marksToErase(today, after, batch);
      for (const markId of marks) await perform(eraseMypage, system, { markId }, { requestId: job.id });
      const last = marks.at(-1);
      if (last === undefined) return { state: 'done' };
      after = last;
    }
  },
});
