import { beforeEach, expect, test } from 'vitest';
import { handlersThat } from './support/handlers.ts';
import { anyJob, describeOnEveryDriver, type JobBench } from './support/jobs.ts';
import { hours, minutes, seconds } from './support/movableClock.ts';

describeOnEveryDriver('Claiming jobs', (open) => {
  let bench: JobBench;
  beforeEach(async () => {
    bench = await open();
  });

  test('two runners at once run 200 jobs, and none of them twice', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `job-${index}`);
    await bench.enqueue(...names.map((name) => anyJob(name)));
    const ran: string[] = [];
    const handlers = handlersThat(async (_payload, job) => {
      ran.push(job.dedupe);
      return { state: 'done' };
    });
    const { runner: other, database } = bench.otherRunner(handlers);

    const counts = await Promise.all([bench.runner(handlers).runDue(), other.runDue()]);

    await database.close();
    expect(ran.toSorted()).toEqual(names.toSorted());
    expect(counts[0] + counts[1]).toBe(200);
    expect(await bench.unitOfWork((stores) => stores.jobs.counts())).toMatchObject({ done: 200, ready: 0 });
  });

  test('a job asked for twice under one dedupe happens once, also after it has finished', async () => {
    let ran = 0;
    const runner = bench.runner(
      handlersThat(async () => {
        ran += 1;
        return { state: 'done' };
      }),
    );
    await bench.enqueue(anyJob('once'), anyJob('once'));
    await runner.runDue();
    await bench.enqueue(anyJob('once'));
    await runner.runDue();
    expect(ran).toBe(1);
  });

  test('jobs run oldest first, and one for later waits for its time', async () => {
    const ran: string[] = [];
    const runner = bench.runner(
      handlersThat(async (_payload, job) => {
        ran.push(job.dedupe);
        return { state: 'done' };
      }),
      { concurrency: 1 },
    );
    await bench.enqueue(
      anyJob('new'),
      anyJob('old', { runAt: bench.clock.instant(-minutes(5)) }),
      anyJob('later', { runAt: bench.clock.instant(minutes(1)) }),
    );
    expect(await bench.unitOfWork((stores) => stores.jobs.oldestDue(bench.clock.instant()))).toBe(
      bench.clock.instant(-minutes(5)),
    );
    await runner.runDue();
    expect(ran).toEqual(['old', 'new']);
    bench.clock.forward(minutes(1) - 1);
    expect(await runner.runDue()).toBe(0);
    bench.clock.forward(1);
    expect(await runner.runDue()).toBe(1);
  });

  test('a job that a job writes runs in the same go', async () => {
    const ran: string[] = [];
    const runner = bench.runner(
      handlersThat(async (_payload, job) => {
        ran.push(job.dedupe);
        if (job.dedupe === 'first') await bench.enqueue(anyJob('second'));
        return { state: 'done' };
      }),
    );
    await bench.enqueue(anyJob('first'));
    expect(await runner.runDue()).toBe(2);
    expect(ran).toEqual(['first', 'second']);
  });

  test('a lease lasts three minutes; then the job belongs to whoever takes it, and the attempt is counted', async () => {
    await bench.enqueue(anyJob('held'));
    const claim = (token: string) =>
      bench.unitOfWork(async (stores) => {
        const { claimed } = await stores.jobs.claim({
          now: bench.clock.instant(),
          leaseUntil: bench.clock.instant(seconds(180)),
          token,
        });
        return claimed;
      });
    expect(await claim('first')).toMatchObject([{ dedupe: 'held', attempts: 1, token: 'first' }]);
    bench.clock.forward(seconds(180) - 1);
    expect(await claim('second')).toEqual([]);
    bench.clock.forward(1);
    expect(await claim('third')).toMatchObject([{ dedupe: 'held', attempts: 2, token: 'third' }]);
  });

  test('a job whose runner vanished ten times is dead', async () => {
    await bench.enqueue(anyJob('poison'));
    const vanish = () =>
      bench.unitOfWork((stores) =>
        stores.jobs.claim({ now: bench.clock.instant(), leaseUntil: bench.clock.instant(1), token: 'gone' }),
      );
    for (let times = 0; times < 10; times += 1) {
      expect((await vanish()).claimed).toHaveLength(1);
      bench.clock.forward(hours(1));
    }
    expect((await vanish()).claimed).toEqual([]);
    expect(await bench.row('poison')).toMatchObject({
      state: 'dead',
      last_error: 'lease-lost',
      attempts: 10,
    });
  });
});
