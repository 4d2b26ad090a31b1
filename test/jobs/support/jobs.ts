import { randomUUID } from 'node:crypto';
import type { JobRequest, JobState } from '#app/domain/job.ts';
import { type Database, openDatabase } from '#db/connection.ts';
import { createUnitOfWork, type UnitOfWork } from '#db/unitOfWork.ts';
import type { JobEvent } from '#jobs/execution.ts';
import type { Handlers } from '#jobs/handlers/handler.ts';
import type { Runner, RunnerOptions } from '#jobs/runner.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { redisUrl } from '#test/support/redis.ts';
import { type Driver, embedded, onBull } from './drivers.ts';
import { type MovableClock, movableClock } from './movableClock.ts';

/** A job whose handler does not look at its payload. */
export const anyJob = (dedupe: string, times: Pick<JobRequest, 'runAt' | 'expiresAt'> = {}): JobRequest => ({
  kind: 'mail.postingReceived',
  payload: { postingId: dedupe },
  dedupe,
  ...times,
});

export type StoredRow = {
  id: string;
  state: JobState;
  attempts: number;
  run_at: string;
  lease_token: string | null;
  lease_until: string | null;
  last_error: string | null;
};

/** `pollMs` is how often a driver looks by itself, whichever it is. */
type BenchOptions = Partial<RunnerOptions>;

export type JobBench = {
  database: TestDatabase;
  driver: Driver;
  clock: MovableClock;
  unitOfWork: UnitOfWork;
  events: JobEvent[];
  enqueue(...jobs: JobRequest[]): Promise<void>;
  row(dedupe: string): Promise<StoredRow>;
  runner(handlers: Handlers, options?: BenchOptions): Runner;
  /** A runner over connections of its own, as another process would have. */
  otherRunner(handlers: Handlers, options?: BenchOptions): { runner: Runner; database: Database };
};

/** Jobs, runners and a clock that stands still, over one database. */
export function jobBench(database: TestDatabase, driver: Driver = embedded): JobBench {
  const clock = movableClock();
  const unitOfWork = createUnitOfWork(database);
  const events: JobEvent[] = [];
  const basics = { clock, log: (event: JobEvent) => events.push(event), random: () => 0.5 };
  const runnerOn = (over: Database, handlers: Handlers, options: BenchOptions): Runner =>
    driver.runner(over, { ...basics, unitOfWork: createUnitOfWork(over), handlers, ...options });
  return {
    database,
    driver,
    clock,
    unitOfWork,
    events,
    enqueue: (...jobs) =>
      unitOfWork(async (stores) => {
        for (const job of jobs) await stores.jobs.enqueue(job, clock.instant(), randomUUID());
      }),
    row: (dedupe) => database.reader('job').where({ dedupe }).first(),
    runner: (handlers, options = {}) => runnerOn(database, handlers, options),
    otherRunner: (handlers, options = {}) => {
      const other = openDatabase(database.settings);
      return { database: other, runner: runnerOn(other, handlers, options) };
    },
  };
}

/** The same suite under every driver and on every database that is there. */
export function describeOnEveryDriver(title: string, suite: (open: () => Promise<JobBench>) => void): void {
  const drivers = redisUrl === null ? [embedded] : [embedded, onBull(redisUrl)];
  for (const driver of drivers)
    describeOnEveryDatabase(`${title}, ${driver.name}`, (open) =>
      suite(async () => jobBench(await open(), driver)),
    );
}
