import { beforeEach, expect, test } from 'vitest';
import type { JobStore } from '#db/stores/jobs.ts';
import { handlersThat } from './support/handlers.ts';
import { anyJob, describeOnEveryDriver, type JobBench } from './support/jobs.ts';
import { minutes } from './support/movableClock.ts';

describeOnEveryDriver('The fence around a claimed job', (open) => {
  let bench: JobBench;
  beforeEach(async () => {
    bench = await open();
    await bench.enqueue(anyJob('fenced'));
  });

  const claimAs = (token: string) =>
    bench.unitOfWork((stores) =>
      stores.jobs.claim({ now: bench.clock.instant(), leaseUntil: bench.clock.instant(minutes(3)), token }),
    );

  const writes: Record<string, (jobs: JobStore, id: string, token: string, now: string) => Promise<boolean>> =
    {
      finish: (jobs, id, token, now) => jobs.finish(id, token, now),
      retry: (jobs, id, token, now) => jobs.retry(id, token, now, 'smtp-421'),
      bury: (jobs, id, token, now) => jobs.bury(id, token, 'smtp-550', now),
      drop: (jobs, id, token, now) => jobs.drop(id, token, 'superseded', now),
      renew: (jobs, id, token, now) => jobs.renew(id, token, now),
    };

  for (const [name, write] of Object.entries(writes)) {
    test(`${name} writes nothing for a runner whose lease another one has taken over`, async () => {
      await claimAs('late');
      bench.clock.forward(minutes(3));
      await claimAs('new');
      const before = await bench.row('fenced');

      const written = await bench.unitOfWork((stores) =>
        write(stores.jobs, before.id, 'late', bench.clock.instant()),
      );

      expect(written).toBe(false);
      expect(await bench.row('fenced')).toEqual(before);
      expect(
        await bench.unitOfWork((stores) => write(stores.jobs, before.id, 'new', bench.clock.instant())),
      ).toBe(true);
    });
  }

  test('the effect of a job that lost its lease is not committed', async () => {
    const runner = bench.runner(
      handlersThat(async () => {
        bench.clock.forward(minutes(3));
        await claimAs('taken over');
        return { state: 'done', effect: (stores) => stores.jobs.enqueue(anyJob('effect'), '2026', 'effect') };
      }),
      { concurrency: 1 },
    );
    await runner.runDue();
    expect(await bench.row('effect')).toBeUndefined();
    expect(await bench.row('fenced')).toMatchObject({ state: 'running', lease_token: 'taken over' });
    expect(bench.events).toMatchObject([{ event: 'job.leaseLost' }]);
  });

  test('a job that works longer than its lease keeps it', async () => {
    const runner = bench.runner(
      handlersThat(async (_payload, job) => {
        bench.clock.forward(20);
        await expect
          .poll(async () => (await bench.row(job.dedupe)).lease_until)
          .toBe(bench.clock.instant(30));
        return { state: 'done' };
      }),
      { leaseMs: 30, concurrency: 1 },
    );
    await runner.runDue();
    expect(await bench.row('fenced')).toMatchObject({ state: 'done', attempts: 1 });
  });
});
