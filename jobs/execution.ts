import { randomUUID } from 'node:crypto';
import { type Clock, type Instant, toInstant } from '#app/domain/clock.ts';
import type { Dependencies } from '#app/procedures/procedure.ts';
import type { ClaimedJob } from '#db/stores/jobs.ts';
import { attemptsBeforeGivingUp, restAfter } from './backoff.ts';
import { failureCode, PermanentFailure } from './failure.ts';
import { type Handlers, handlerOf, type JobOutcome } from './handlers/handler.ts';

/** What the jobs of a process tell the log; ids and codes only, apart from the error itself. */
export type JobEvent = {
  event: 'job.retried' | 'job.dead' | 'job.leaseLost' | 'runner.failed' | 'redis.lost' | 'redis.back';
  jobId?: string;
  kind?: string;
  attempts?: number;
  code?: string;
  error?: unknown;
};

export type ExecutionOptions = {
  unitOfWork: Dependencies['unitOfWork'];
  clock: Clock;
  handlers: Handlers;
  log(event: JobEvent): void;
  /** How long a claim holds without being renewed; longer than all SMTP timeouts together. */
  leaseMs?: number;
  random?: () => number;
  /** Fault seam of the kill tests; steps are `{kind}:claimed`, `{kind}:ran` and `{kind}:settled`. */
  afterStep?(step: string): void;
};

/**
 * Claims a job, runs it and settles it: the job of that id when it is due and free, else, without an id, the one that is
 * due the longest. False when there was nothing to claim. Throws only what the database throws; then the job is found
 * again, at the latest when its lease is over.
 */
export type Execute = (id?: string) => Promise<boolean>;

/** One job from its claim to its settlement, the same under every driver. */
export function createExecution(options: ExecutionOptions): Execute {
  const { unitOfWork, clock, handlers, log } = options;
  const { leaseMs = 180_000, random = Math.random, afterStep = () => {} } = options;

  const now = (laterMs = 0): Instant => toInstant(new Date(clock.now().getTime() + laterMs));

  const claim = (id: string | undefined): Promise<ClaimedJob | undefined> =>
    unitOfWork(async (stores) => {
      const { claimed, ended } = await stores.jobs.claim({
        now: now(),
        leaseUntil: now(leaseMs),
        token: randomUUID(),
        ...(id === undefined ? {} : { id }),
      });
      for (const job of ended) await handlerOf(handlers, job)?.ended?.(job.payload, stores);
      return claimed[0];
    });

  /** Renews the lease while a long job works. A lease that is gone is not fought for: the fence stops this run. */
  const keepLease = (job: ClaimedJob): (() => void) => {
    const timer = setInterval(() => {
      unitOfWork((stores) => stores.jobs.renew(job.id, job.token, now(leaseMs)))
        .then((renewed) => {
          if (!renewed) clearInterval(timer);
        })
        .catch((error: unknown) => log({ event: 'runner.failed', jobId: job.id, error }));
    }, leaseMs / 3);
    return () => clearInterval(timer);
  };

  /** Writes how the job ended, together with its last effect; nothing of it when another runner owns the job by now. */
  const settle = (job: ClaimedJob, outcome: JobOutcome): Promise<boolean> =>
    unitOfWork(
      async (stores) => {
        if (outcome.state === 'cancelled') {
          await handlerOf(handlers, job)?.ended?.(job.payload, stores);
          return stores.jobs.drop(job.id, job.token, outcome.reason, now());
        }
        await outcome.effect?.(stores);
        return stores.jobs.finish(job.id, job.token, now());
      },
      (held) => held,
    );

  const settleFailure = (job: ClaimedJob, error: unknown): Promise<boolean> => {
    const code = failureCode(error);
    const dead = error instanceof PermanentFailure || job.attempts >= attemptsBeforeGivingUp;
    log({
      event: dead ? 'job.dead' : 'job.retried',
      jobId: job.id,
      kind: job.kind,
      attempts: job.attempts,
      code,
      error,
    });
    return unitOfWork(
      async (stores) => {
        if (!dead) {
          return stores.jobs.retry(job.id, job.token, now(restAfter(job.attempts, random)), code);
        }
        await handlerOf(handlers, job)?.ended?.(job.payload, stores);
        return stores.jobs.bury(job.id, job.token, code, now());
      },
      (held) => held,
    );
  };

  async function run(job: ClaimedJob): Promise<void> {
    afterStep(`${job.kind}:claimed`);
    const release = keepLease(job);
    try {
      const handler = handlerOf(handlers, job);
      if (!handler) throw new PermanentFailure('unknown-kind');
      const outcome = await handler.run(job.payload, job, now());
      afterStep(`${job.kind}:ran`);
      const held = await settle(job, outcome);
      if (!held) log({ event: 'job.leaseLost', jobId: job.id, kind: job.kind, attempts: job.attempts });
      afterStep(`${job.kind}:settled`);
    } catch (error) {
      await settleFailure(job, error);
    } finally {
      release();
    }
  }

  return async (id) => {
    const job = await claim(id);
    if (job) await run(job);
    return job !== undefined;
  };
}
