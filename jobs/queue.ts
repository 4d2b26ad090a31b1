/**
 * What the process needs of whatever makes jobs run. The job rows are the truth: a driver only sees to it that a due
 * row is claimed soon, so losing everything a driver knows loses no job.
 */
export type Queue = {
  start(): void;
  /** A commit has written jobs. May be lost: due rows are found by the next look anyway. */
  wake(): void;
  /** Claims nothing more and waits for what is running, at most ten seconds; what is left is taken over by lease. */
  stop(): Promise<void>;
};
