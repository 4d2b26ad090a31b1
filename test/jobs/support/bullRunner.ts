import type { JobKind } from '#app/domain/job.ts';
import type { Database } from '#db/connection.ts';
import { createStores } from '#db/stores/index.ts';
import { type BullOptions, createBullQueue } from '#jobs/bull.ts';
import type { Handler, Handlers } from '#jobs/handlers/handler.ts';
import type { Runner, RunnerOptions } from '#jobs/runner.ts';

const macrotask = (): Promise<void> => new Promise((resume) => setTimeout(resume, 5));

/**
 * A Bull worker with the `runDue` that the embedded runner has: it wakes the worker until no row is due and none of its
 * own is in hand.
 */
export function bullRunner(
  { redisUrl, prefix }: Pick<BullOptions, 'redisUrl' | 'prefix'>,
  database: Database,
  options: RunnerOptions,
): Runner {
  const { pollMs, unitOfWork, handlers, afterStep, ...others } = options;
  const { jobs } = createStores(database.reader, database.dialect);
  let inHand = 0;
  let ran = 0;
  const counted = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    inHand += 1;
    return work().finally(() => {
      inHand -= 1;
    });
  };
  const countedHandler = ({ run, ...rest }: Handler<JobKind>): Handler<JobKind> => ({
    ...rest,
    run: (...given) => counted(() => run(...given)),
  });
  const queue = createBullQueue({
    ...others,
    redisUrl,
    ...(prefix === undefined ? {} : { prefix }),
    ...(pollMs === undefined ? {} : { relayMs: pollMs }),
    works: true,
    jobs,
    unitOfWork: (work, keep) => counted(() => unitOfWork(work, keep)),
    handlers: Object.fromEntries(
      Object.entries(handlers).map(([kind, handler]) => [kind, countedHandler(handler as Handler<JobKind>)]),
    ) as Handlers,
    afterStep: (step) => {
      if (step.endsWith(':claimed')) ran += 1;
      afterStep?.(step);
    },
  });
  let started = false;
  const start = (): void => {
    if (!started) queue.start();
    started = true;
  };
  let stopped = false;
  return {
    ...queue,
    start,
    stop: () => {
      stopped = true;
      return queue.stop();
    },
    runDue: async () => {
      const before = ran;
      start();
      const isIdle = async (): Promise<boolean> =>
        (await jobs.due(options.clock.now().toISOString(), 1)).length === 0 && inHand === 0;
      while (!stopped && !(await isIdle())) {
        queue.wake();
        await macrotask();
      }
      return ran - before;
    },
  };
}
