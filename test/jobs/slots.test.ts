import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { businessDate } from '#app/domain/clock.ts';
import { openDatabase } from '#db/connection.ts';
import { createUnitOfWork } from '#db/unitOfWork.ts';
import { createSchedule, schedule } from '#jobs/schedule.ts';
import { handlersThat } from './support/handlers.ts';
import { describeOnEveryDriver, type JobBench } from './support/jobs.ts';
import { hours } from './support/movableClock.ts';

describeOnEveryDriver('The slots of a day', (open) => {
  let bench: JobBench;
  let ran: string[];
  beforeEach(async () => {
    bench = await open();
    ran = [];
  });

  /** A process as far as its jobs go, over connections of its own. */
  const startProcess = () => {
    const database = openDatabase(bench.database.settings);
    const runner = bench.runner(
      handlersThat(async (_payload, job) => {
        ran.push(job.dedupe);
        return { state: 'done' };
      }),
      {
        pollMs: 20,
        schedule: createSchedule({ unitOfWork: createUnitOfWork(database), clock: bench.clock }),
      },
    );
    onTestFinished(async () => {
      await runner.stop();
      await database.close();
    });
    runner.start();
    return runner;
  };
  const slotsOf = (day: string) => schedule.map(({ name }) => `sweep:${name}:${day}`).toSorted();
  const done = async (): Promise<string[]> =>
    bench.database.reader('job').where({ state: 'done' }).orderBy('dedupe').pluck('dedupe');
  const today = () => businessDate(bench.clock.now());

  test('run once, however many processes see them come', async () => {
    for (let processes = 0; processes < 3; processes += 1) startProcess();
    await expect.poll(done, { timeout: 10_000 }).toEqual(slotsOf(today()));
    expect(ran.toSorted()).toEqual(slotsOf(today()));
  });

  test('come again the next day, and a process that was off for days makes up for them with the latest', async () => {
    const first = startProcess();
    const firstDay = slotsOf(today());
    await expect.poll(done, { timeout: 10_000 }).toEqual(firstDay);
    await first.stop();
    bench.clock.forward(hours(72));
    startProcess();
    await expect.poll(done, { timeout: 10_000 }).toEqual([...firstDay, ...slotsOf(today())].toSorted());
    expect(ran).toHaveLength(2 * schedule.length);
  });
});
