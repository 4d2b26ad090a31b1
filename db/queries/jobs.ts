import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { JobKind, JobState } from '#app/domain/job.ts';
import { jobStates } from '#app/domain/job.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { fromJson } from '../rows.ts';
import { inScope } from '../stores/scope.ts';
import { type Page, pageOf, toCount } from './page.ts';

export type ListedJob = {
  id: string;
  kind: JobKind;
  state: JobState;
  attempts: number;
  runAt: Instant;
  lastError: string | null;
  createdAt: Instant;
  /** The posting it is about; null where there is none, or it is out of the actor's reach. */
  posting: JobPosting | null;
};

export type JobPosting = { id: string; jobTitle: string | null; establishmentName: string };

export type JobList = Page<ListedJob> & { counts: Record<JobState, number> };

const postingIdIn = (row: Record<string, string>): string[] => {
  const { postingId } = fromJson<{ postingId?: string }>(row.payload ?? '{}');
  return postingId === undefined ? [] : [postingId];
};

async function postingsOf(
  knex: Knex,
  actor: StaffActor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, JobPosting>> {
  const rows = await knex('posting')
    .join('establishment', 'establishment.id', 'posting.establishment_id')
    .where(
      inScope(scopeOf(actor), { office: 'posting.office_id', establishment: 'posting.establishment_id' }),
    )
    .whereIn('posting.id', [...new Set(ids)])
    .select('posting.id', 'posting.job_title', 'establishment.name');
  return new Map(
    rows.map((row) => [row.id, { id: row.id, jobTitle: row.job_title, establishmentName: row.name }]),
  );
}

/** How many jobs were given up and wait for a person; they belong to the installation, not to an office. */
export async function deadJobs(knex: Knex, _actor: StaffActor): Promise<number> {
  const [row] = await knex('job').where({ state: 'dead' }).count('* as count');
  return toCount(row?.count);
}

const orderOf = (state: JobState): 'asc' | 'desc' =>
  state === 'done' || state === 'cancelled' ? 'desc' : 'asc';

/**
 * 処理待ち: jobs in one state, those that wait longest first or those that ended last, and how many there are in each state. Jobs belong to
 * the installation, not to an office, and their rows hold ids and codes only; the posting of a job is named to those
 * within whose reach it is.
 */
export async function jobList(
  knex: Knex,
  actor: StaffActor,
  state: JobState,
  page: number,
): Promise<JobList> {
  const matching = () => knex('job').where({ state });
  const found = await pageOf<Record<string, string>>(
    matching(),
    matching()
      .orderBy(['run_at', 'created_at', 'id'].map((column) => ({ column, order: orderOf(state) })))
      .select('id', 'kind', 'state', 'attempts', 'run_at', 'last_error', 'created_at', 'payload'),
    page,
  );
  const postings = await postingsOf(knex, actor, found.rows.flatMap(postingIdIn));
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
      posting: postings.get(postingIdIn(row)[0] ?? '') ?? null,
    })),
    counts: Object.fromEntries(
      jobStates.map((one) => [one, toCount(counted.find((row) => row.state === one)?.count)]),
    ) as Record<JobState, number>,
  };
}
