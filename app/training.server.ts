import { randomUUID } from 'node:crypto';
import type { Stores } from '#db/stores/index.ts';
import type { UnitOfWork } from '#db/unitOfWork.ts';
import { type Sweep, sweepJob } from '#jobs/schedule.ts';
import { businessDate, type Clock, toInstant } from './domain/clock.ts';
import { nextStop, type Training, type TrainingClock } from './domain/training.ts';

/** How often a process looks whether the clock was moved elsewhere, and how often while it is on its way. */
const restMs = 250;
const betweenStopsMs = 20;

export type TrainingTools = {
  clock: TrainingClock;
  real: Clock;
  unitOfWork: UnitOfWork;
  /** Records outside any transaction. */
  read: Pick<Stores, 'training' | 'jobs'>;
  sweeps: readonly Sweep[];
  /** Jobs were written. */
  wake(): void;
  /** Puts the invented data back as they were; while it writes, nobody else does. */
  restore(offsetOf: (training: Training) => number): Promise<void>;
  /** The database has gone back to its beginning. */
  wentBack(): Promise<void>;
  failed(error: unknown): void;
};

/** 練習モード in a process: follows the clock in the database, and moves it to where somebody has asked. */
export type TrainingDriver = {
  start(): void;
  stop(): Promise<void>;
  /** One look: whether there is more to do at once. */
  turn(): Promise<boolean>;
};

/**
 * The clock goes from the time of one sweep to the next, as the days would, and never on while a job is due or at work:
 * what belongs to a day is done on that day. Each stop is one transaction that looks at the row anew, so any number of
 * processes may drive, and one that is killed has left nothing half done.
 */
export function openTraining(tools: TrainingTools): TrainingDriver {
  const { clock, real, unitOfWork, read, sweeps } = tools;
  const times = sweeps.map(({ at }) => at);
  const aheadBy = (instant: string): number =>
    Math.ceil((Date.parse(instant) - real.now().getTime()) / 1_000);
  let resets: number | undefined;

  /** One stop further on the way, as soon as nothing is left to do here: how far ahead that is; null at the goal. */
  const move = (): Promise<number | null> =>
    unitOfWork(async ({ training: store, jobs }) => {
      const training = await store.find();
      if (!training?.goal) return null;
      const { offsetSeconds } = training;
      const now = new Date(real.now().getTime() + offsetSeconds * 1_000);
      if (await jobs.isAtWork(toInstant(now))) return offsetSeconds;
      const stop = nextStop(toInstant(now), businessDate(now), training.goal.to, times);
      if (stop === null) {
        await store.clearGoal();
        return null;
      }
      const offset = aheadBy(stop.at);
      await store.setOffset(offset, (offset - offsetSeconds) * 1_000);
      const moved = toInstant(new Date(real.now().getTime() + offset * 1_000));
      for (const sweep of sweeps)
        if (sweep.at === stop.time) await jobs.enqueue(sweepJob(sweep, stop.date), moved, randomUUID());
      return offset;
    });

  const turn = async (): Promise<boolean> => {
    const training = await read.training.find();
    if (training === undefined) return false;
    clock.set(training.offsetSeconds);
    if (resets !== undefined && resets !== training.resets) await tools.wentBack();
    resets = training.resets;
    if (training.resetAsked) {
      if (!(await read.jobs.isAtWork(toInstant(clock.now()))))
        await tools.restore(({ beganAt }) => aheadBy(beganAt));
      return true;
    }
    if (training.goal === null) return false;
    const offsetSeconds = await move();
    if (offsetSeconds === null) return false;
    clock.set(offsetSeconds);
    tools.wake();
    return true;
  };

  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let stopping = false;
  const go = (): void => {
    running = turn()
      .catch((error: unknown) => {
        tools.failed(error);
        return false;
      })
      .then((more) => {
        if (!stopping) timer = setTimeout(go, more ? betweenStopsMs : restMs);
      });
  };

  return {
    turn,
    start: go,
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      await running;
    },
  };
}
