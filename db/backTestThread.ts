import type { BackTestResult } from '#app/domain/backTest.ts';
import { startThread } from '#app/threads.server.ts';
import type { BackTestOrders } from './backTestRead.ts';
import type { ThreadData, ThreadMessage } from './backTestWorker.ts';
import type { DatabaseSettings } from './connection.ts';

/** How often at most it is written down how far a back-test has come. */
const TELL_EVERY_MS = 500;

/**
 * Back-tests in a thread of their own with a connection of their own that cannot write. `told` hears twice a second how
 * far it has come; once it answers false, the thread stops and the result is null.
 */
export const runBackTestWith =
  (settings: DatabaseSettings) =>
  (
    { ruleSet, draftText, range }: BackTestOrders,
    told: (done: number, total: number) => Promise<boolean>,
  ): Promise<BackTestResult | null> =>
    new Promise((resolve, reject) => {
      const data: ThreadData = { settings, orders: { ruleSet, draftText, range } };
      const thread = startThread(import.meta.url, 'backTestWorker', data);
      let telling = false;
      let toldAt = Number.NEGATIVE_INFINITY;
      const tell = (done: number, total: number): void => {
        if (telling || performance.now() - toldAt < TELL_EVERY_MS) return;
        telling = true;
        told(done, total)
          .then((goOn) => {
            if (!goOn) thread.postMessage('stop');
          }, reject)
          .finally(() => {
            telling = false;
            toldAt = performance.now();
          });
      };
      thread.on('message', (message: ThreadMessage) => {
        if ('result' in message) resolve(message.result);
        else tell(message.done, message.total);
      });
      thread.on('error', reject);
      thread.on('exit', (code) => reject(new Error(`the thread of a back-test ended with ${code}`)));
    });
