/**
 * What the process needs of whatever makes jobs run. The job rows are the truth: a driver only sees to it that a due
 * row is claimed soon, so losing everything a driver knows loses no job.
 */
export type Queue = {
  start(): void;
  /** A commit has written jobs. May be lost: due rows are found by the next look anyway. Never waits. */
  wake(): void;
  /** Claims nothing more and waits for what is running, at most ten seconds; what is left is taken over by lease. */
  stop(): Promise<void>;
  /** What the driver waits for outside the database; null while nothing is amiss. Jobs are late meanwhile, not lost. */
  missing(): 'redis' | null;
};

/** How long `stop` waits for the jobs that are running. */
const patienceAtStopMs = 10_000;

/** Waits for what is left to do at a stop, and no longer than `stop` promises. */
export async function withPatience(work: Promise<unknown>): Promise<void> {
  let patience: NodeJS.Timeout | undefined;
  const patienceOver = new Promise<void>((resolve) => {
    patience = setTimeout(resolve, patienceAtStopMs);
  });
  await Promise.race([work, patienceOver]).finally(() => clearTimeout(patience));
}
