import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { JobKind, JobState } from '#app/domain/job.ts';
import { jobStates } from '#app/domain/job.ts';
import { type Page, pageOf, toCount } from './page.ts';

export type ListedJob = {
  id: string;
  kind: JobKind;
  state: JobState;
  attempts: number;
  runAt: Instant;
  lastError: string | null;
  createdAt: Instant;
};

export type JobList = Page<ListedJob> & { counts: Record<JobState, number> };

const orderOf = (state: JobState): 'asc' | 'desc' =>
  state === 'done' || state === 'cancelled' ? 'desc' : 'asc';

/**
 * 処理待ち: jobs in one state, those that wait longest first or those that ended last, and how many there are in each state. Jobs belong to
 * the installation, not to an office, and their rows hold ids and codes only.
 */
export async function jobList(
  knex: Knex,
  _actor: StaffActor,
  state: JobState,
  page: number,
): Promise<JobList> {
  const matching = () => knex('job').where({ state });
  const found = await pageOf<Record<string, string>>(
    matching(),
    matching()
      .orderBy(['run_at', 'created_at', 'id'].map((column) => ({ column, order: orderOf(state) })))
      .select('id', 'kind', 'state', 'attempts', 'run_at', 'last_error', 'created_at'),
    page,
  );
  const counted: { state: JobState; count: unknown }[] = await knex('job')
    .groupBy('state')
    .select('state')
    .count('* as count');
  return {
    ...found,
    rows: found.rows.map((row) => ({
      id: row.id ?? '',
      kind: row.kind as JobKind,
      state: row.state as JobState,
      attempts: Number(row.attempts),
      runAt: row.run_at ?? '',
      lastError: row.last_error ?? null,
      createdAt: row.created_at ?? '',
    })),
    counts: Object.fromEntries(
      jobStates.map((one) => [one, toCount(counted.find((row) => row.state === one)?.count)]),
    ) as Record<JobState, number>,
  };
}
