import { onTestFinished } from 'vitest';
import type { Database } from '#db/connection.ts';
import type { BullOptions } from '#jobs/bull.ts';
import { createRunner, type Runner, type RunnerOptions } from '#jobs/runner.ts';
import { redisPlace } from '#test/support/redis.ts';
import { bullRunner } from './bullRunner.ts';

/** What makes jobs run, with what another process needs to make the same ones run. */
export type Driver = {
  name: string;
  bull: Pick<BullOptions, 'redisUrl' | 'prefix'> | null;
  runner(database: Database, options: RunnerOptions): Runner;
};

export const embedded: Driver = {
  name: 'embedded',
  bull: null,
  runner: (_database, options) => createRunner(options),
};

/** Bull on a real Redis, each test in a place of its own. */
export const onBull = (redisUrl: string): Driver => {
  const place = redisPlace(redisUrl);
  return {
    name: 'on Bull',
    bull: { redisUrl, prefix: place.prefix },
    runner: (database, options) => {
      const runner = bullRunner({ redisUrl, prefix: place.prefix }, database, options);
      onTestFinished(async () => {
        await runner.stop();
        await place.forget();
      });
      return runner;
    },
  };
};
