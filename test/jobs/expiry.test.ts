import { beforeEach, expect, test } from 'vitest';
import { TemporaryFailure } from '#jobs/failure.ts';
import { handlersThat } from './support/handlers.ts';
import { anyJob, describeOnEveryDriver, type JobBench } from './support/jobs.ts';
import { minutes } from './support/movableClock.ts';

describeOnEveryDriver('A job with an end', (open) => {
  let bench: JobBench;
  let ran: number;
  let cleared: unknown[];
  beforeEach(async () => {
    bench = await open();
    ran = 0;
    cleared = [];
    await bench.enqueue(anyJob('ending', { expiresAt: bench.clock.instant(minutes(50)) }));
  });

  const handlers = (run: () => Promise<{ state: 'done' }>) =>
    handlersThat(run, async (payload) => {
      cleared.push(payload);
    });
  const working = async () => {
    ran += 1;
    return { state: 'done' as const };
  };

  test('runs while its end has not come', async () => {
    bench.clock.forward(minutes(50) - 1);
    await bench.runner(handlers(working)).runDue();
    expect(ran).toBe(1);
    expect(cleared).toEqual([]);
  });

  test('is cancelled as expired when its end has come, and its handler clears up', async () => {
    bench.clock.forward(minutes(50));
    await bench.runner(handlers(working)).runDue();
    expect(ran).toBe(0);
    expect(await bench.row('ending')).toMatchObject({ state: 'cancelled', last_error: 'expired' });
    expect(cleared).toEqual([{ postingId: 'ending' }]);
  });

  test('expires while it rests after a failure', async () => {
    const failing = bench.runner(
      handlers(async () => {
        throw new TemporaryFailure('smtp-421');
      }),
    );
    await failing.runDue();
    bench.clock.forward(minutes(51));
    await failing.runDue();
    expect(await bench.row('ending')).toMatchObject({
      state: 'cancelled',
      last_error: 'expired',
      attempts: 1,
    });
  });

  test('does not expire in the hands of a runner', async () => {
    const claim = (token: string) =>
      bench.unitOfWork((stores) =>
        stores.jobs.claim({ now: bench.clock.instant(), leaseUntil: bench.clock.instant(minutes(3)), token }),
      );
    bench.clock.forward(minutes(49));
    await claim('sending');
    bench.clock.forward(minutes(2));
    expect((await claim('other')).ended).toEqual([]);
    bench.clock.forward(minutes(1));
    expect((await claim('other')).ended).toMatchObject([{ dedupe: 'ending' }]);
  });
});
