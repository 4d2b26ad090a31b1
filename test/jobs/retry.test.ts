import { beforeEach, describe, expect, test } from 'vitest';
import { attemptsBeforeGivingUp, restAfter } from '#jobs/backoff.ts';
import { PermanentFailure, TemporaryFailure } from '#jobs/failure.ts';
import { handlersThat } from './support/handlers.ts';
import { anyJob, describeOnEveryDriver, type JobBench } from './support/jobs.ts';
import { hours, minutes, seconds } from './support/movableClock.ts';

describe('The rest between attempts', () => {
  test('starts with half a minute, doubles, and ends at an hour', () => {
    const rests = [1, 2, 3, 4, 5, 6, 7, 8, 9, 80].map((attempts) => restAfter(attempts, () => 0.5));
    const expected = [30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600].map(seconds);
    expect(rests).toEqual(expected);
  });

  test('varies by half, in whole milliseconds', () => {
    expect(restAfter(1, () => 0)).toBe(seconds(15));
    expect(restAfter(1, () => 0.999_999)).toBe(seconds(45));
    expect(Number.isInteger(restAfter(3, () => 0.123_456_7))).toBe(true);
  });
});

describeOnEveryDriver('A job that fails', (open) => {
  let bench: JobBench;
  beforeEach(async () => {
    bench = await open();
    await bench.enqueue(anyJob('failing'));
  });

  test('waits its rest and is tried again until it works', async () => {
    let attempts = 0;
    const runner = bench.runner(
      handlersThat(async () => {
        attempts += 1;
        if (attempts < 3) throw new TemporaryFailure('smtp-421');
        return { state: 'done' };
      }),
    );
    await runner.runDue();
    expect(await bench.row('failing')).toMatchObject({
      state: 'ready',
      attempts: 1,
      last_error: 'smtp-421',
      run_at: bench.clock.instant(seconds(30)),
      lease_token: null,
    });
    bench.clock.forward(seconds(30) - 1);
    expect(await runner.runDue()).toBe(0);
    bench.clock.forward(1);
    await runner.runDue();
    expect(await bench.row('failing')).toMatchObject({
      attempts: 2,
      run_at: bench.clock.instant(minutes(1)),
    });
    bench.clock.forward(minutes(1));
    await runner.runDue();
    expect(await bench.row('failing')).toMatchObject({ state: 'done', attempts: 3, last_error: null });
  });

  test('for good is dead at once and not tried again', async () => {
    let attempts = 0;
    const runner = bench.runner(
      handlersThat(async () => {
        attempts += 1;
        throw new PermanentFailure('smtp-550');
      }),
    );
    await runner.runDue();
    bench.clock.forward(hours(24));
    await runner.runDue();
    expect(attempts).toBe(1);
    expect(await bench.row('failing')).toMatchObject({ state: 'dead', last_error: 'smtp-550' });
    expect(bench.events).toMatchObject([{ event: 'job.dead', code: 'smtp-550', attempts: 1 }]);
  });

  test('keeps of an unexpected error its class only, for a message may name a person', async () => {
    const runner = bench.runner(
      handlersThat(async () => {
        throw new RangeError('見本 太郎 <sample@example.jp>');
      }),
    );
    await runner.runDue();
    expect((await bench.row('failing')).last_error).toBe('RangeError');
  });

  test('is given up after three days of tries', async () => {
    let attempts = 0;
    const runner = bench.runner(
      handlersThat(async () => {
        attempts += 1;
        throw new TemporaryFailure('smtp-econnection');
      }),
    );
    const beginning = bench.clock.now().getTime();
    while ((await bench.row('failing')).state === 'ready') {
      bench.clock.forward(Date.parse((await bench.row('failing')).run_at) - bench.clock.now().getTime());
      await runner.runDue();
    }
    expect(attempts).toBe(attemptsBeforeGivingUp);
    expect(bench.clock.now().getTime() - beginning).toBeGreaterThan(hours(72));
    expect(await bench.row('failing')).toMatchObject({ state: 'dead', last_error: 'smtp-econnection' });
  });

  test('because the row is of a kind this version does not know is dead, and the others run', async () => {
    await bench.enqueue(anyJob('unknown'));
    await bench.database.writer('job').where({ dedupe: 'unknown' }).update({ kind: 'mail.fromTheFuture' });
    await bench.runner(handlersThat(async () => ({ state: 'done' }))).runDue();
    expect(await bench.row('unknown')).toMatchObject({ state: 'dead', last_error: 'unknown-kind' });
    expect(await bench.row('failing')).toMatchObject({ state: 'done' });
  });
});
