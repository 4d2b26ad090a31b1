import { beforeEach, expect, test } from 'vitest';
import { handlersThat } from './support/handlers.ts';
import { anyJob, describeOnEveryDriver, type JobBench } from './support/jobs.ts';

describeOnEveryDriver('A runner', (open) => {
  let bench: JobBench;
  beforeEach(async () => {
    bench = await open();
  });

  const eventually = { timeout: 10_000 };
  const stateOf = (dedupe: string) => async () => (await bench.row(dedupe)).state;

  test('looks at its start, when it is woken, and by itself', async () => {
    await bench.enqueue(anyJob('at the start'));
    const woken = bench.runner(
      handlersThat(async () => ({ state: 'done' })),
      { pollMs: 3_600_000 },
    );
    woken.start();
    await expect.poll(stateOf('at the start'), eventually).toBe('done');
    await bench.enqueue(anyJob('woken'));
    woken.wake();
    await expect.poll(stateOf('woken'), eventually).toBe('done');
    await woken.stop();

    const polling = bench.runner(
      handlersThat(async () => ({ state: 'done' })),
      { pollMs: 5 },
    );
    polling.start();
    await bench.enqueue(anyJob('by itself'));
    await expect.poll(stateOf('by itself'), eventually).toBe('done');
    await polling.stop();
  });

  test('finishes what it has begun when it stops, and begins nothing more', async () => {
    await bench.enqueue(anyJob('begun'), anyJob('not begun'));
    let finish: () => void = () => {};
    const mayFinish = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let begun: () => void = () => {};
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const runner = bench.runner(
      handlersThat(async () => {
        begun();
        await mayFinish;
        return { state: 'done' };
      }),
      { concurrency: 1 },
    );
    runner.start();
    await hasBegun;
    const stopped = runner.stop();
    runner.wake();
    finish();
    await stopped;
    expect(await bench.unitOfWork((stores) => stores.jobs.counts())).toMatchObject({
      done: 1,
      ready: 1,
      running: 0,
    });
  });

  test('names each step of a job to the fault seam, in order', async () => {
    const steps: string[] = [];
    await bench.enqueue(anyJob('stepped'));
    await bench
      .runner(
        handlersThat(async () => ({ state: 'done' })),
        { afterStep: (step) => steps.push(step) },
      )
      .runDue();
    expect(steps).toEqual(['claimed', 'ran', 'settled'].map((step) => `mail.postingReceived:${step}`));
  });
});
