import { beforeEach, expect, test } from 'vitest';
import { PermanentFailure } from '#jobs/failure.ts';
import { handlersThat } from './support/handlers.ts';
import { anyJob, describeOnEveryDriver, type JobBench } from './support/jobs.ts';

describeOnEveryDriver('Dead letters on the staff screen', (open) => {
  let bench: JobBench;
  beforeEach(async () => {
    bench = await open();
    await bench.enqueue(anyJob('letter'));
  });

  const die = async (): Promise<void> => {
    const runner = bench.runner(
      handlersThat(async () => {
        throw new PermanentFailure('smtp-550');
      }),
    );
    await runner.runDue();
    await runner.stop();
  };
  const works = handlersThat(async () => ({ state: 'done' }));

  test('a dead job is counted, tried again by a supervisor, and then done', async () => {
    await die();
    expect(await bench.unitOfWork((stores) => stores.jobs.counts())).toMatchObject({
      dead: 1,
      ready: 0,
      done: 0,
    });
    const { id } = await bench.row('letter');
    const now = bench.clock.instant();

    expect(await bench.unitOfWork((stores) => stores.jobs.retryDead(id, now))).toBe(true);
    expect(await bench.unitOfWork((stores) => stores.jobs.retryDead(id, now))).toBe(false);
    await bench.runner(works).runDue();

    expect(await bench.row('letter')).toMatchObject({ state: 'done', attempts: 1, last_error: null });
  });

  test('a dead or waiting job is cancelled; a finished one is not', async () => {
    await die();
    const { id } = await bench.row('letter');
    const cancel = () => bench.unitOfWork((stores) => stores.jobs.cancel(id, bench.clock.instant()));
    expect(await cancel()).toBe(true);
    expect(await cancel()).toBe(false);
    expect(await bench.row('letter')).toMatchObject({ state: 'cancelled' });
    expect(await bench.runner(works).runDue()).toBe(0);
  });
});
