import { Redis } from 'ioredis';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createStores } from '#db/stores/index.ts';
import { type BullOptions, createBullQueue } from '#jobs/bull.ts';
import type { Queue } from '#jobs/queue.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { type FragileRedis, fragileRedis, redisPlace, redisUrl } from '#test/support/redis.ts';
import { handlersThat } from './support/handlers.ts';
import { anyJob, type JobBench, jobBench } from './support/jobs.ts';

const direct = redisUrl ?? '';

describe.runIf(redisUrl !== null)('When Redis is in trouble', () => {
  describeOnEveryDatabase('the jobs', (open) => {
    let database: TestDatabase;
    let bench: JobBench;
    let redis: FragileRedis;
    let place: ReturnType<typeof redisPlace>;
    let ran: string[];
    beforeEach(async () => {
      database = await open();
      bench = jobBench(database);
      redis = await fragileRedis(direct);
      place = redisPlace(direct);
      ran = [];
      onTestFinished(async () => {
        await redis.close();
        await place.forget();
      });
    });

    const queue = (works = true, options: Partial<BullOptions> = {}): Queue => {
      const made = createBullQueue({
        redisUrl: redis.url,
        prefix: place.prefix,
        works,
        relayMs: 50,
        clock: bench.clock,
        unitOfWork: bench.unitOfWork,
        jobs: createStores(database.reader, database.dialect).jobs,
        handlers: handlersThat(async (_payload, job) => {
          ran.push(job.dedupe);
          return { state: 'done' };
        }),
        log: (event) => bench.events.push(event),
        ...options,
      });
      onTestFinished(() => made.stop());
      made.start();
      return made;
    };
    const eventually = { timeout: 15_000 };
    const stateOf = (dedupe: string) => async () => (await bench.row(dedupe)).state;
    const events = () => bench.events.map(({ event }) => event);

    test('a process starts without it, says what is missing, and works as soon as it is there', async () => {
      await redis.goDown();
      const worker = queue();
      await bench.enqueue(anyJob('early'));
      worker.wake();
      await expect.poll(worker.missing, eventually).toBe('redis');
      expect(await bench.row('early')).toMatchObject({ state: 'ready', attempts: 0 });

      await redis.comeBack();
      await expect.poll(stateOf('early'), eventually).toBe('done');
      expect(worker.missing()).toBeNull();
      expect(events()).toEqual(['redis.lost', 'redis.back']);
    });

    test('what is asked for while it is away happens once it is back', async () => {
      const worker = queue();
      await bench.enqueue(anyJob('before'));
      worker.wake();
      await expect.poll(stateOf('before'), eventually).toBe('done');
      await redis.goDown();
      await bench.enqueue(anyJob('meanwhile'));
      worker.wake();
      await expect.poll(worker.missing, eventually).toBe('redis');

      await redis.comeBack();
      await expect.poll(stateOf('meanwhile'), eventually).toBe('done');
      expect(ran).toEqual(['before', 'meanwhile']);
      expect(events()).toEqual(['redis.lost', 'redis.back']);
    });

    test('one that takes commands and never answers holds nobody up', async () => {
      const web = queue(false);
      const worker = queue();
      await bench.enqueue(anyJob('before'));
      web.wake();
      await expect.poll(stateOf('before'), eventually).toBe('done');
      redis.holdItsTongue();
      await bench.enqueue(anyJob('meanwhile'));
      const asked = performance.now();
      web.wake();
      expect(performance.now() - asked).toBeLessThan(50);
      await expect.poll(web.missing, eventually).toBe('redis');

      redis.answer();
      await expect.poll(stateOf('meanwhile'), eventually).toBe('done');
      await expect.poll(web.missing, eventually).toBeNull();
      expect(worker.missing()).toBeNull();
    });

    test('one that has forgotten everything is told again', async () => {
      const web = queue(false);
      const names = Array.from({ length: 20 }, (_, index) => `row-${index}`);
      await bench.enqueue(...names.map((name) => anyJob(name)));
      web.wake();
      const admin = new Redis(direct);
      onTestFinished(() => admin.disconnect());
      await expect.poll(() => admin.llen(`${place.prefix}:jobs:wait`), eventually).toBe(20);
      await place.forget();

      queue();
      await expect.poll(() => ran.toSorted(), eventually).toEqual(names.toSorted());
      expect(await bench.unitOfWork(({ jobs }) => jobs.counts())).toMatchObject({ done: 20, ready: 0 });
    });

    test('more rows than one look hands over all run, without waiting for the next turn', async () => {
      await bench.enqueue(...Array.from({ length: 30 }, (_, index) => anyJob(`many-${index}`)));
      queue(true, { mostAtOnce: 4, relayMs: 3_600_000 });
      await expect.poll(() => ran.length, eventually).toBe(30);
    });

    test('a process ends in time, whether Redis is there, away, or silent', async () => {
      const ends = async (): Promise<number> => {
        const worker = queue();
        await expect.poll(() => worker.missing(), eventually).toBeNull();
        const asked = performance.now();
        await worker.stop();
        return performance.now() - asked;
      };
      expect(await ends()).toBeLessThan(5_000);
      await redis.goDown();
      expect(await ends()).toBeLessThan(5_000);
      await redis.comeBack();
      redis.holdItsTongue();
      expect(await ends()).toBeLessThan(11_000);
    });

    test('a process that runs no jobs itself leaves them to those that do', async () => {
      queue(false);
      await bench.enqueue(anyJob('left'));
      const admin = new Redis(direct);
      onTestFinished(() => admin.disconnect());
      await expect.poll(() => admin.llen(`${place.prefix}:jobs:wait`), eventually).toBe(1);
      expect(ran).toEqual([]);
      queue();
      await expect.poll(stateOf('left'), eventually).toBe('done');
    });
  });
});
