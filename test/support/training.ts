import { type TrainingClock, trainingClock } from '#app/domain/training.ts';
import { moveTraining } from '#app/procedures/training/move.ts';
import { openTraining, type TrainingDriver } from '#app/training.server.ts';
import { createUnitOfWork } from '#db/unitOfWork.ts';
import { schedule } from '#jobs/schedule.ts';
import { testDatabase } from './database.ts';
import { granted, openOffice, type World } from './world.ts';

const ignored = async (): Promise<void> => {};

const driverOf = (office: World, clock: TrainingClock): TrainingDriver =>
  openTraining({
    clock,
    real: office.clock,
    unitOfWork: createUnitOfWork(office.database),
    read: office.stores,
    sweeps: schedule,
    wake: () => {},
    restore: ignored,
    wentBack: ignored,
    failed: (error) => {
      throw error;
    },
  });

/** ハローワーク架空野 as a training: the office goes by the moved clock, and the test's own stands for the real one. */
export async function trainingOffice(morning: string) {
  const clocks: TrainingClock[] = [];
  const office = await openOffice(await testDatabase('sqlite'), morning, {
    time: (real) => {
      const clock = trainingClock(real);
      clocks.push(clock);
      return clock;
    },
  });
  const [clock] = clocks;
  if (clock === undefined) throw new Error('The office asked for no clock.');
  await office.stores.training.mark(office.clock.now().toISOString());
  const driver = driverOf(office, clock);
  const moveTo = (to: string, by = office.staff.clerk) => office.perform(moveTraining, by, { to });
  /** Until there is nothing more to do, with the jobs that come due on the way. */
  const drive = async (also: readonly TrainingDriver[] = []): Promise<void> => {
    for (;;) {
      const more = await Promise.all([driver, ...also].map((one) => one.turn()));
      await office.runner.runDue();
      if (!more.includes(true)) return;
    }
  };
  return {
    office,
    clock,
    driver,
    moveTo,
    drive,
    goTo: async (to: string): Promise<void> => {
      granted(await moveTo(to));
      await drive();
    },
    /** Another process over the same database, with a clock of its own. */
    anotherProcess: () => {
      const own = trainingClock(office.clock);
      return { clock: own, driver: driverOf(office, own) };
    },
  };
}
