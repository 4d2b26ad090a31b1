import { createExecution, type ExecutionOptions } from './execution.ts';
import { type Queue, withPatience } from './queue.ts';
import { createRounds } from './rounds.ts';

export type RunnerOptions = ExecutionOptions & {
  /** Writes the jobs of calendar slots that have come, before each look. */
  schedule?: () => Promise<void>;
  /** How often due jobs are looked for when nobody calls `wake`. */
  pollMs?: number;
  /** How many jobs run at once. */
  concurrency?: number;
};

export type Runner = Queue & {
  /** Runs everything due now, jobs that these jobs write included; how many ran. For tests and seeds. */
  runDue(): Promise<number>;
};

/** The embedded driver: runs jobs inside the process, straight from the job table. */
export function createRunner(options: RunnerOptions): Runner {
  const { log, pollMs = 1_000, concurrency = 2, schedule = async () => {} } = options;
  const execute = createExecution(options);
  let stopping = false;

  async function runDue(): Promise<number> {
    let ran = 0;
    const lane = async (): Promise<void> => {
      while (!stopping && (await execute())) ran += 1;
    };
    const lanes = await Promise.allSettled(Array.from({ length: concurrency }, lane));
    const broken = lanes.find((ended) => ended.status === 'rejected');
    if (broken) throw broken.reason;
    return ran;
  }

  const rounds = createRounds(
    () => schedule().then(runDue),
    pollMs,
    (error) => log({ event: 'runner.failed', error }),
  );

  return {
    runDue,
    start: rounds.start,
    wake: rounds.wake,
    stop: () => {
      stopping = true;
      return withPatience(rounds.stop());
    },
    missing: () => null,
  };
}
