import { randomUUID } from 'node:crypto';
import { type Clock, type Instant, toInstant } from '#app/domain/clock.ts';
import type { Dependencies } from '#app/procedures/procedure.ts';
import type { ClaimedJob } from '#db/stores/jobs.ts';
import { attemptsBeforeGivingUp, restAfter } from './backoff.ts';
import { failureCode, PermanentFailure } from './failure.ts';
import { type Handlers, handlerOf, type JobOutcome } from './handlers/handler.ts';
import type { Queue } from './queue.ts';

/** What a runner tells the log; ids and codes only, apart from the error itself. */
export type JobEvent = {
  event: 'job.retried' | 'job.dead' | 'job.leaseLost' | 'runner.failed';
  jobId?: string;
  kind?: string;
  attempts?: number;
  code?: string;
  error?: unknown;
};

export type RunnerOptions = {
  unitOfWork: Dependencies['unitOfWork'];
  clock: Clock;
  handlers: Handlers;
  log(event: JobEvent): void;
  /** Writes the jobs of calendar slots that have come, before each look. */
  schedule?: () => Promise<void>;
  /** How often due jobs are looked for when nobody calls `wake`. */
  pollMs?: number;
  /** How many jobs run at once. */
  concurrency?: number;
  /** How long a claim holds without being renewed; longer than all SMTP timeouts together. */
  leaseMs?: number;
  random?: () => number;
  /** Fault seam of the kill tests; steps are `{kind}:claimed`, `{kind}:ran` and `{kind}:settled`. */
  afterStep?(step: string): void;
};

export type Runner = Queue & {
  /** Runs everything due now, jobs that these jobs write included; how many ran. For tests and seeds. */
  runDue(): Promise<number>;
};

const patienceAtStopMs = 10_000;

/** The embedded driver: runs jobs inside the process, straight from the job table. */
export function createRunner(options: RunnerOptions): Runner {
  const { unitOfWork, clock, handlers, log } = options;
  const {
    pollMs = 1_000,
    concurrency = 2,
    leaseMs = 180_000,
    random = Math.random,
    afterStep = () => {},
    schedule = async () => {},
  } = options;
  let stopping = false;

  const now = (laterMs = 0): Instant => toInstant(new Date(clock.now().getTime() + laterMs));

  const claim = (): Promise<ClaimedJob | undefined> =>
    unitOfWork(async (stores) => {
      const { claimed, ended } = await stores.jobs.claim({
        now: now(),
        leaseUntil: now(leaseMs),
        token: randomUUID(),
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

  async function runDue(): Promise<number> {
    let ran = 0;
    const lane = async (): Promise<void> => {
      while (!stopping) {
        const job = await claim();
        if (!job) return;
        await run(job);
        ran += 1;
      }
    };
    const lanes = await Promise.allSettled(Array.from({ length: concurrency }, lane));
    const broken = lanes.find((ended) => ended.status === 'rejected');
    if (broken) throw broken.reason;
    return ran;
  }

  let turn: Promise<void> | undefined;
  let askedAgain = false;
  let timer: NodeJS.Timeout | undefined;

  const look = (): void => {
    clearTimeout(timer);
    if (turn) {
      askedAgain = true;
      return;
    }
    turn = schedule()
      .then(runDue)
      .catch((error: unknown) => log({ event: 'runner.failed', error }))
      .then(() => {
        turn = undefined;
        if (stopping) return;
        timer = setTimeout(look, askedAgain ? 0 : pollMs);
        askedAgain = false;
      });
  };

  let started = false;
  return {
    runDue,
    start: () => {
      started = true;
      look();
    },
    wake: () => {
      if (started && !stopping) look();
    },
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      let patience: NodeJS.Timeout | undefined;
      const patienceOver = new Promise<void>((resolve) => {
        patience = setTimeout(resolve, patienceAtStopMs);
      });
      await Promise.race([turn, patienceOver]);
      clearTimeout(patience);
    },
  };
}
