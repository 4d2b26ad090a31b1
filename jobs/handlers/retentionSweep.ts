import { noCounts } from '#app/domain/sweep.ts';
import { erasureSql } from '#app/procedures/retention/due.ts';
import { eraseMypage } from '#app/procedures/retention/erase.ts';
import { lookForErasure, mostLooked } from '#app/procedures/retention/look.ts';
import type { HandlerTools } from './handler.ts';
import { type SweepContext, type SweepPart, sweep } from './sweep.ts';

/** MyPages that one query looks through. */
const scanned = 1_000;
const batchSize = 50;
const dayMs = 86_400_000;

/**
 * First what is due is found by the rule as SQL, judged by the engine and marked, in every office: the dry run. Then
 * what is marked is erased, one MyPage a transaction, in offices that erase by themselves. Killed half way, the next
 * run does the rest.
 */
export const retentionSweep = (tools: HandlerTools) =>
  sweep(tools, 'retention.sweep', (context) => [
    aged(tools, context),
    looked(tools, context, 'establishment'),
    looked(tools, context, 'account'),
    erased(tools, context),
  ]);

/** Receipts of forms and other rows that end by their own age. */
const aged = ({ write, rules }: HandlerTools, { today, now }: SweepContext): SweepPart => ({
  key: 'aged',
  batch: async () => {
    const days = Number(rules().parameter('limits/retention', 'receiptDays', today));
    const before = new Date(Date.parse(now) - days * dayMs).toISOString();
    await write(({ erasures }) => erasures.clearAged(before));
    return { counts: noCounts, next: null, failures: [] };
  },
});

const looked = (
  { stores, rules }: HandlerTools,
  { today, perform }: SweepContext,
  type: 'establishment' | 'account',
): SweepPart => ({
  key: type,
  batch: async (after) => {
    const page = await stores.erasures.due(
      type,
      erasureSql(rules(), today),
      today,
      (after as string | null) ?? '',
      scanned,
    );
    for (let at = 0; at < page.found.length; at += mostLooked) {
      const subjects = page.found.slice(at, at + mostLooked).map((id) => ({ type, id }));
      await perform(lookForErasure, { subjects });
    }
    return { counts: noCounts, next: page.next, failures: [] };
  },
});

const erased = ({ stores, write }: HandlerTools, { today, perform }: SweepContext): SweepPart => ({
  key: 'marks',
  batch: async (after) => {
    if (after === null) await write(({ retention }) => retention.forgetMarks(today));
    const marks = await stores.retention.marksToErase(today, (after as string | null) ?? '', batchSize);
    const counts = { ...noCounts, lookedAt: marks.length };
    for (const markId of marks) {
      const outcome = await perform(eraseMypage, { markId });
      if (outcome.ok) counts.actedOn += 1;
      else counts.skipped += 1;
    }
    return { counts, next: marks.at(-1) ?? null, failures: [] };
  },
});
