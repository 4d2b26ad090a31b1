import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import { type SweepName, type SweepRun, sweepNames } from '#app/domain/sweep.ts';
import { latestRun, sweepRunFrom } from '../stores/sweepRuns.ts';
import { type NamedRecord, namedRecords } from './namedRecords.ts';
import { type Page, pageOf, toCount } from './page.ts';

/** A run with the names of the supervisors who asked for it or stopped it. */
export type ListedSweepRun = SweepRun & { askedByName: string | null; stoppedByName: string | null };

async function withNames(knex: Knex, runs: readonly SweepRun[]): Promise<ListedSweepRun[]> {
  const ids = runs.flatMap(({ askedBy, stoppedBy }) => [askedBy, stoppedBy]).filter((id) => id !== null);
  const people: { id: string; name: string }[] = await knex('staff').whereIn('id', ids).select('id', 'name');
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return runs.map((run) => ({
    ...run,
    askedByName: names.get(run.askedBy ?? '') ?? null,
    stoppedByName: names.get(run.stoppedBy ?? '') ?? null,
  }));
}

/**
 * The latest run of each sweep that has run. Sweeps belong to the installation, not to an office, and their runs hold
 * counts only.
 */
export async function latestSweepRuns(knex: Knex, _actor: StaffActor): Promise<ListedSweepRun[]> {
  const rows = await Promise.all(sweepNames.map((sweep) => latestRun(knex, sweep)));
  return withNames(knex, rows.filter((row) => row !== undefined).map(sweepRunFrom));
}

/** Runs of one sweep or of all, the newest first. */
export async function sweepRunList(
  knex: Knex,
  _actor: StaffActor,
  sweep: SweepName | null,
  page: number,
): Promise<Page<ListedSweepRun>> {
  const matching = () => knex('sweep_run').where(sweep === null ? {} : { sweep });
  const newestFirst = ['created_at', 'id'].map((column) => ({ column, order: 'desc' as const }));
  const found = await pageOf<Parameters<typeof sweepRunFrom>[0]>(
    matching(),
    matching().orderBy(newestFirst),
    page,
  );
  return { ...found, rows: await withNames(knex, found.rows.map(sweepRunFrom)) };
}

/** One thing that a run did. */
export type SweepAct = {
  seq: number;
  at: Instant;
  action: string;
  subject: { type: string; id: string };
  named: NamedRecord | null;
};

/** Acts that are listed one by one. */
const mostActs = 200;

/** A restriction is recorded twice, for itself and for its establishment, which is the one that has a name. */
const saidElsewhere = ['restriction'];

/** Acts of runs on records of the actor's office, in order, with how many there are of each kind in the whole installation. */
export async function actsOfRuns(
  knex: Knex,
  actor: StaffActor,
  runIds: readonly string[],
): Promise<{ acts: SweepAct[]; counts: { action: string; count: number }[] }> {
  const acts = () =>
    knex('audit_entry')
      .whereIn('request_id', [...runIds])
      .whereNotIn('subject_type', saidElsewhere);
  const rows = await acts()
    .where((reach) => reach.where({ office_id: actor.officeId }).orWhereNull('office_id'))
    .orderBy('seq')
    .limit(mostActs)
    .select('seq', 'at', 'action', 'subject_type', 'subject_id');
  const named = await namedRecords(
    knex,
    actor,
    rows.map(({ subject_id }) => subject_id),
  );
  const counted: { action: string; count: unknown }[] = await acts()
    .groupBy('action')
    .orderBy('action')
    .select('action')
    .countDistinct('subject_id as count');
  return {
    acts: rows.map((row) => ({
      seq: row.seq,
      at: row.at,
      action: row.action,
      subject: { type: row.subject_type, id: row.subject_id },
      named: named.get(row.subject_id) ?? null,
    })),
    counts: counted.map(({ action, count }) => ({ action, count: toCount(count) })),
  };
}

/** One run, or null. */
export async function sweepRunView(
  knex: Knex,
  _actor: StaffActor,
  id: string,
): Promise<ListedSweepRun | null> {
  const row = await knex('sweep_run').where({ id }).first();
  if (row === undefined) return null;
  const [run] = await withNames(knex, [sweepRunFrom(row)]);
  return run ?? null;
}
