import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { SweepCounts, SweepName, SweepRun, SweepRunState } from '#app/domain/sweep.ts';
import { fromJson, toJson } from '../rows.ts';

export type SweepRunRow = {
  id: string;
  sweep: SweepName;
  slot: string;
  state: SweepRunState;
  cursor: string | null;
  turn: number;
  looked_at: number;
  acted_on: number;
  skipped: number;
  failed: number;
  total: number | null;
  asked_by: string | null;
  stopped_by: string | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
};

export const sweepRunFrom = (row: SweepRunRow): SweepRun => ({
  id: row.id,
  sweep: row.sweep,
  slot: row.slot,
  state: row.state,
  counts: { lookedAt: row.looked_at, actedOn: row.acted_on, skipped: row.skipped, failed: row.failed },
  total: row.total,
  askedBy: row.asked_by,
  stoppedBy: row.stopped_by,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
});

/** The run of a sweep that was begun or asked for last. */
export const latestRun = (knex: Knex, sweep: SweepName): Promise<SweepRunRow | undefined> =>
  knex<SweepRunRow>('sweep_run')
    .where({ sweep })
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first();

/** Where a run is: a part of the sweep and the record of it that was looked at last; no part is left at the end. */
export type SweepCursor = { part: string | null; after: unknown };

/** A run in the hands of one process. `cursor` is null at the beginning. */
export type HeldSweepRun = SweepRun & { turn: number; cursor: SweepCursor | null };

type Turn = Pick<HeldSweepRun, 'id' | 'turn'>;

export type SweepRunStore = {
  find(id: string): Promise<SweepRun | undefined>;
  latestOf(sweep: SweepName): Promise<SweepRun | undefined>;
  /** Adds one that a supervisor asks for. */
  insert(run: Pick<SweepRun, 'id' | 'sweep' | 'slot' | 'askedBy'>, now: Instant): Promise<void>;
  /** Adds the run of a slot where there is none yet, and returns its id. */
  ofSlot(sweep: SweepName, slot: CalendarDate, newId: string, now: Instant): Promise<string>;
  /** Takes a run up, from whoever had it; undefined when it is over or was stopped. */
  begin(id: string, now: Instant): Promise<HeldSweepRun | undefined>;
  setTotal(turn: Turn, total: number): Promise<void>;
  /** Adds what was done and notes where to go on; false when the run was stopped or somebody else has it. */
  advance(turn: Turn, more: SweepCounts, cursor: SweepCursor): Promise<boolean>;
  /** What went wrong is looked for again from the beginning. */
  startOver(turn: Turn): Promise<void>;
  finish(turn: Turn, now: Instant): Promise<void>;
  /** The job was given up. */
  fail(id: string, now: Instant): Promise<void>;
  /** False when it was not under way. */
  stop(id: string, staffId: string, now: Instant): Promise<boolean>;
  /** False when it was not stopped. */
  resume(id: string): Promise<boolean>;
};

export function sweepRunStore(knex: Knex): SweepRunStore {
  const one = (id: string) => knex<SweepRunRow>('sweep_run').where({ id });
  const held = ({ id, turn }: Turn) => one(id).where({ turn });
  const changed = async (update: Promise<number>): Promise<boolean> => (await update) === 1;
  const begun = { state: 'waiting', turn: 0, looked_at: 0, acted_on: 0, skipped: 0, failed: 0 };

  return {
    find: async (id) => {
      const row = await one(id).first();
      return row && sweepRunFrom(row);
    },
    latestOf: async (sweep) => {
      const row = await latestRun(knex, sweep);
      return row && sweepRunFrom(row);
    },
    insert: async ({ id, sweep, slot, askedBy }, now) => {
      await knex('sweep_run').insert({ ...begun, id, sweep, slot, asked_by: askedBy, created_at: now });
    },
    ofSlot: async (sweep, slot, newId, now) => {
      await knex('sweep_run')
        .insert({ ...begun, id: newId, sweep, slot, created_at: now })
        .onConflict()
        .ignore();
      const row = await knex('sweep_run').where({ sweep, slot }).whereNull('asked_by').first('id');
      return row.id;
    },
    begin: async (id, now) => {
      const [row] = await one(id)
        .whereIn('state', ['waiting', 'running', 'failed'])
        .update({
          state: 'running',
          turn: knex.raw('turn + 1'),
          started_at: knex.raw('coalesce(started_at, ?)', [now]),
          finished_at: null,
          failed: knex.raw('case when cursor is null then 0 else failed end'),
        })
        .returning('*');
      return (
        row && {
          ...sweepRunFrom(row),
          turn: row.turn,
          cursor: row.cursor === null ? null : fromJson<SweepCursor>(row.cursor),
        }
      );
    },
    setTotal: async (turn, total) => {
      await held(turn).update({ total });
    },
    advance: async (turn, more, cursor) => {
      await one(turn.id).update({
        looked_at: knex.raw('looked_at + ?', [more.lookedAt]),
        acted_on: knex.raw('acted_on + ?', [more.actedOn]),
        skipped: knex.raw('skipped + ?', [more.skipped]),
        failed: knex.raw('failed + ?', [more.failed]),
      });
      await held(turn).update({ cursor: toJson(cursor) });
      return (await held(turn).where({ state: 'running' }).first('id')) !== undefined;
    },
    startOver: async (turn) => {
      await held(turn).update({ cursor: null });
    },
    finish: async (turn, now) => {
      await held(turn).where({ state: 'running' }).update({ state: 'done', finished_at: now });
    },
    fail: async (id, now) => {
      await one(id).whereIn('state', ['waiting', 'running']).update({ state: 'failed', finished_at: now });
    },
    stop: (id, staffId, now) =>
      changed(
        one(id)
          .whereIn('state', ['waiting', 'running'])
          .update({ state: 'stopped', stopped_by: staffId, finished_at: now }),
      ),
    resume: (id) =>
      changed(one(id).where({ state: 'stopped' }).update({ state: 'waiting', finished_at: null })),
  };
}
