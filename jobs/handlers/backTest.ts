import { startNext } from '#app/procedures/backTest/next.ts';
import { PermanentFailure } from '../failure.ts';
import type { Handler, HandlerTools } from './handler.ts';

/**
 * A back-test, from the beginning whenever it is run: it only reads decisions, so a run that was cut off has left
 * nothing behind but how far it had come. Called off meanwhile, it stops after the page it is at.
 */
export const backTestRun = ({
  stores,
  write,
  now,
  backTest,
}: Pick<HandlerTools, 'stores' | 'write' | 'now' | 'backTest'>): Handler<'backTest.run'> => ({
  run: async ({ backTestId }) => {
    const test = await stores.backTests.find(backTestId);
    if (test?.state !== 'running') return { state: 'cancelled', reason: 'back-test-over' };
    const result = await backTest(test, (done, total) =>
      write(({ backTests }) => backTests.advance(backTestId, done, total)),
    ).catch((error: unknown) => {
      throw new PermanentFailure('back-test-failed', { cause: error });
    });
    if (result === null) return { state: 'cancelled', reason: 'back-test-over' };
    return {
      state: 'done',
      effect: async (transaction) => {
        await transaction.backTests.hold();
        await transaction.backTests.end(backTestId, 'done', now(), result);
        await startNext(transaction);
      },
    };
  },
  ended: async ({ backTestId }, transaction) => {
    await transaction.backTests.hold();
    await transaction.backTests.end(backTestId, 'failed', now());
    await startNext(transaction);
  },
});
