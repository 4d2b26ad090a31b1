import type { Knex } from 'knex';
import type { Instant } from '#app/domain/clock.ts';
import { isMail, type Job, type JobRequest, type JobState, jobStates } from '#app/domain/job.ts';
import type { Dialect } from '../connection.ts';
import { fromJson, toJson } from '../rows.ts';
import { mailReader } from './mailReaders.ts';

type Row = {
  id: string;
  kind: string;
  dedupe: string;
  payload: string;
  state: JobState;
  run_at: string;
  expires_at: string | null;
  attempts: number;
  lease_until: string | null;
  lease_token: string | null;
  last_error: string | null;
  created_at: string;
  finished_at: string | null;
};

/** A job as its row says, whoever holds it. */
export type StoredJob = Job & { id: string; dedupe: string; attempts: number; expiresAt: Instant | null };

/** A job in the hands of one runner: nobody else writes its row while the lease lasts. */
export type ClaimedJob = StoredJob & { token: string };

export type Claim = {
  now: Instant;
  leaseUntil: Instant;
  /** Random for each claim: the fence. */
  token: string;
  /** Only this job. */
  id?: string;
  limit?: number;
};

/** A job that waits for a claim; each claim makes it another one. */
export type DueJob = Pick<StoredJob, 'id' | 'attempts'>;

/** Claims after which a job whose runner keeps vanishing counts as the cause of it. */
const claimsBeforeDead = 10;

const jobFrom = (row: Row): StoredJob =>
  ({
    kind: row.kind,
    payload: fromJson(row.payload),
    id: row.id,
    dedupe: row.dedupe,
    attempts: row.attempts,
    expiresAt: row.expires_at,
  }) as StoredJob;

export type JobStore = {
  /** Writes the job, once for each `dedupe` for ever: a second one is ignored, also after the first has finished. */
  enqueue(job: JobRequest, now: Instant, id: string): Promise<void>;
  find(id: string): Promise<StoredJob | undefined>;
  /** A mail to an establishment of that office, with the state of its job. */
  findMail(officeId: string, id: string): Promise<(StoredJob & { state: JobState }) | undefined>;
  /**
   * Takes jobs that are due, oldest first, and those whose lease ran out; counts the attempt. Before that it ends what
   * nobody may take any more: past `expires_at` is cancelled (`expired`), ten lost leases are dead (`lease-lost`).
   * To be called in a transaction of its own.
   */
  claim(claim: Claim): Promise<{ claimed: ClaimedJob[]; ended: StoredJob[] }>;
  /** What a claim would take or end now, oldest first. */
  due(now: Instant, limit: number): Promise<DueJob[]>;

  // The fence: each of these writes only while `token` holds the job, and tells whether it did.
  renew(id: string, token: string, leaseUntil: Instant): Promise<boolean>;
  finish(id: string, token: string, now: Instant): Promise<boolean>;
  retry(id: string, token: string, runAt: Instant, error: string): Promise<boolean>;
  bury(id: string, token: string, error: string, now: Instant): Promise<boolean>;
  /** The job has lost its object: nothing to do any more. */
  drop(id: string, token: string, reason: string, now: Instant): Promise<boolean>;

  /** From the staff screen; false when the job is in another state by now. */
  retryDead(id: string, now: Instant): Promise<boolean>;
  cancel(id: string, now: Instant): Promise<boolean>;

  /** Whether a job runs or is due. */
  isAtWork(now: Instant): Promise<boolean>;
  counts(): Promise<Record<JobState, number>>;
  /** Since when the job waits that is due the longest; undefined when none is due. */
  oldestDue(now: Instant): Promise<Instant | undefined>;
};

const held = { lease_until: null, lease_token: null };

/** As the claim picks them: RETURNING promises no order. */
const inDueOrder = (a: Row, b: Row): number => {
  const [left, right] = [a, b].map(({ run_at, created_at, id }) => `${run_at} ${created_at} ${id}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
};

export function jobStore(knex: Knex, dialect: Dialect): JobStore {
  const abandoned = (now: Instant) => (job: Knex.QueryBuilder) => {
    job.where('state', 'running').where('lease_until', '<=', now);
  };
  const claimable = (now: Instant) => (job: Knex.QueryBuilder) => {
    job
      .where((waiting) => waiting.where('state', 'ready').where('run_at', '<=', now))
      .orWhere(abandoned(now));
  };

  const expired = (now: Instant) => (job: Knex.QueryBuilder) => {
    job
      .where('expires_at', '<=', now)
      .where((unheld) => unheld.where('state', 'ready').orWhere(abandoned(now)));
  };

  const fenced = async (id: string, token: string, columns: Partial<Row>): Promise<boolean> =>
    (await knex('job').where({ id, state: 'running', lease_token: token }).update(columns)) === 1;

  const settled = (state: 'dead' | 'cancelled', reason: string, now: Instant): Partial<Row> => ({
    ...held,
    state,
    last_error: reason,
    finished_at: now,
  });

  return {
    enqueue: async (job, now, id) => {
      const reader = isMail(job) ? await mailReader(knex, job.payload) : null;
      await knex('job')
        .insert({
          id,
          kind: job.kind,
          dedupe: job.dedupe,
          payload: toJson(job.payload),
          state: 'ready',
          run_at: job.runAt ?? now,
          expires_at: job.expiresAt ?? null,
          attempts: 0,
          created_at: now,
          office_id: reader?.officeId ?? null,
          establishment_id: reader?.establishmentId ?? null,
        })
        .onConflict('dedupe')
        .ignore();
    },

    find: async (id) => {
      const row: Row | undefined = await knex('job').where({ id }).first();
      return row && jobFrom(row);
    },

    findMail: async (officeId, id) => {
      const row: Row | undefined = await knex('job')
        .where({ id, office_id: officeId })
        .whereLike('kind', 'mail.%')
        .first();
      return row && { ...jobFrom(row), state: row.state };
    },

    claim: async ({ now, leaseUntil, token, id, limit = 1 }) => {
      const only = id === undefined ? {} : { id };
      const late: Row[] = await knex('job')
        .where(only)
        .where(expired(now))
        .update(settled('cancelled', 'expired', now))
        .returning('*');
      const lost: Row[] = await knex('job')
        .where(only)
        .where(abandoned(now))
        .where('attempts', '>=', claimsBeforeDead)
        .update(settled('dead', 'lease-lost', now))
        .returning('*');

      const due = knex('job')
        .select('id')
        .where(only)
        .where(claimable(now))
        .orderBy(['run_at', 'created_at', 'id'])
        .limit(limit);
      // Materialised, because PostgreSQL may otherwise evaluate a locking subquery once for each row. The state is
      // asked again outside: a row that another runner took in between must not be taken twice.
      const rows: Row[] = await knex('job')
        .withMaterialized('due', dialect === 'postgres' ? due.forUpdate().skipLocked() : due)
        .whereIn('id', knex.select('id').from('due'))
        .where(claimable(now))
        .update({
          state: 'running',
          lease_until: leaseUntil,
          lease_token: token,
          attempts: knex.raw('attempts + 1'),
        })
        .returning('*');
      return {
        claimed: rows.toSorted(inDueOrder).map((row) => ({ ...jobFrom(row), token })),
        ended: [...late, ...lost].map(jobFrom),
      };
    },
    due: (now, limit) =>
      knex('job')
        .where(claimable(now))
        .orWhere(expired(now))
        .orderBy(['run_at', 'created_at', 'id'])
        .limit(limit)
        .select('id', 'attempts'),

    renew: (id, token, leaseUntil) => fenced(id, token, { lease_until: leaseUntil }),
    finish: (id, token, now) =>
      fenced(id, token, { ...held, state: 'done', last_error: null, finished_at: now }),
    retry: (id, token, runAt, error) =>
      fenced(id, token, { ...held, state: 'ready', run_at: runAt, last_error: error }),
    bury: (id, token, error, now) => fenced(id, token, settled('dead', error, now)),
    drop: (id, token, reason, now) => fenced(id, token, settled('cancelled', reason, now)),

    retryDead: async (id, now) =>
      (await knex('job')
        .where({ id, state: 'dead' })
        .update({ state: 'ready', run_at: now, attempts: 0, finished_at: null })) === 1,
    cancel: async (id, now) =>
      (await knex('job')
        .where({ id })
        .whereIn('state', ['ready', 'dead'])
        .update({ state: 'cancelled', finished_at: now })) === 1,

    isAtWork: async (now) =>
      (await knex('job')
        .where('state', 'running')
        .orWhere((due) => due.where('state', 'ready').where('run_at', '<=', now))
        .first('id')) !== undefined,
    counts: async () => {
      const rows: { state: JobState; count: number }[] = await knex('job')
        .select('state')
        .count('* as count')
        .groupBy('state');
      const counted = new Map(rows.map((row) => [row.state, row.count]));
      return Object.fromEntries(jobStates.map((state) => [state, counted.get(state) ?? 0])) as Record<
        JobState,
        number
      >;
    },
    oldestDue: async (now) => {
      const row = await knex('job')
        .where('state', 'ready')
        .where('run_at', '<=', now)
        .min('run_at as since')
        .first();
      return row?.since ?? undefined;
    },
  };
}
