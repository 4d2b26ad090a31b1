import { randomUUID } from 'node:crypto';
import type { SystemActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { businessDate, type Instant } from '#app/domain/clock.ts';
import type { Outcome } from '#app/domain/refusal.ts';
import { noCounts, type SweepCounts, type SweepName } from '#app/domain/sweep.ts';
import type { Procedure } from '#app/procedures/procedure.ts';
import type { HeldSweepRun, SweepCursor } from '#db/stores/sweepRuns.ts';
import { TemporaryFailure } from '../failure.ts';
import type { Handler, HandlerTools } from './handler.ts';

/** Records looked at between two notes of how far a run has come. */
const batchSize = 200;

/** What a sweep knows and does while it runs. */
export type SweepContext = {
  today: CalendarDate;
  now: Instant;
  /** An act of the sweep; its audit rows carry the id of the run as their request. */
  perform<Input, Result, Prepared>(
    procedure: Procedure<Input, Result, Prepared>,
    input: Input,
  ): Promise<Outcome<Result>>;
};

/** A piece of a sweep that is gone through in batches. */
export type SweepPart = {
  /** Unique in the sweep; a run that was cut off goes on with the part of its cursor. */
  key: string;
  /** Records there are to look at. */
  total?(): Promise<number>;
  /** One batch after the given place; `next` is the place after it, or null at the end. */
  batch(after: unknown): Promise<{ counts: SweepCounts; next: unknown; failures: readonly unknown[] }>;
};

/** The database takes no writes at the moment, so the next record would fare no better. */
const isBusy = (error: unknown): boolean => error instanceof Error && error.name === 'DatabaseBusy';

/**
 * A list of records, each acted on in a transaction of its own. `find` gives those after the last one of the page
 * before, in an order that does not change; a record is small, holds nothing personal, and is kept as the cursor. A
 * refusal leaves the record as it is; one that goes wrong stops nobody else and is looked at again.
 */
export const eachOf = <Item>(
  key: string,
  list: {
    total(): Promise<number>;
    find(after: Item | null, limit: number): Promise<Item[]>;
    act(item: Item): Promise<Outcome<unknown>>;
  },
): SweepPart => ({
  key,
  total: list.total,
  batch: async (after) => {
    const items = await list.find(after as Item | null, batchSize);
    const counts = { ...noCounts, lookedAt: items.length };
    const failures: unknown[] = [];
    for (const item of items) {
      const outcome = await list.act(item).catch((error: unknown) => {
        if (isBusy(error)) throw error;
        failures.push(error);
      });
      if (outcome?.ok) counts.actedOn += 1;
      else if (outcome) counts.skipped += 1;
    }
    counts.failed = failures.length;
    return { counts, next: items.length < batchSize ? null : items.at(-1), failures };
  },
});

/**
 * One sweep over everything: its run is found or begun, goes through the parts batch by batch, notes after each how far
 * it has come, and ends when it was stopped or another process has it. Killed, it goes on after its last note; at most
 * the counts of one batch are lost with it. What went wrong is tried again with the job.
 */
export const sweep = <Name extends SweepName>(
  { perform, write, now }: Pick<HandlerTools, 'perform' | 'write' | 'now'>,
  name: Name,
  partsOf: (context: SweepContext) => Promise<readonly SweepPart[]> | readonly SweepPart[],
): Handler<Name> => {
  const actor: SystemActor = { kind: 'system', job: name };

  /** False when the run is not ours any more. */
  const goThrough = async (run: HeldSweepRun, parts: readonly SweepPart[], failures: unknown[]) => {
    const begin = run.cursor ?? { part: parts[0]?.key ?? null, after: null };
    const first = begin.part === null ? parts.length : parts.findIndex(({ key }) => key === begin.part);
    for (let index = Math.max(first, 0), after = index === first ? begin.after : null; ; ) {
      const part = parts[index];
      if (part === undefined) return true;
      const batch = await part.batch(after);
      failures.push(...batch.failures);
      after = batch.next;
      if (after === null) index += 1;
      const cursor: SweepCursor = { part: parts[index]?.key ?? null, after };
      const idle = batch.counts.lookedAt === 0 && cursor.part !== null;
      if (!idle && !(await write(({ sweepRuns }) => sweepRuns.advance(run, batch.counts, cursor))))
        return false;
    }
  };

  return {
    run: async ({ slot, runId }, _job, startedAt) => {
      const run = await write(async ({ sweepRuns }) =>
        sweepRuns.begin(runId ?? (await sweepRuns.ofSlot(name, slot, randomUUID(), startedAt)), startedAt),
      );
      if (run === undefined) return { state: 'cancelled', reason: 'sweep-over' };
      const parts = await partsOf({
        today: businessDate(new Date(startedAt)),
        now: startedAt,
        perform: (procedure, input) => perform(procedure, actor, input, { requestId: run.id }),
      });
      if (run.cursor === null) {
        const totals = await Promise.all(parts.map((part) => part.total?.() ?? 0));
        const total = parts.some((part) => part.total) ? totals.reduce((sum, one) => sum + one, 0) : null;
        if (total !== null)
          await write(({ sweepRuns }) => sweepRuns.setTotal(run, run.counts.lookedAt + total));
      }
      const failures: unknown[] = [];
      if (!(await goThrough(run, parts, failures))) return { state: 'cancelled', reason: 'sweep-stopped' };
      if (failures.length > 0) {
        await write(({ sweepRuns }) => sweepRuns.startOver(run));
        throw new TemporaryFailure('sweep-incomplete', { cause: failures[0] });
      }
      return { state: 'done', effect: ({ sweepRuns }) => sweepRuns.finish(run, now()) };
    },
    ended: async ({ slot, runId }, { sweepRuns }) => {
      await sweepRuns.fail(runId ?? (await sweepRuns.ofSlot(name, slot, randomUUID(), now())), now());
    },
  };
};
