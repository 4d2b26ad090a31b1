import { Worker } from 'node:worker_threads';
import type { BackTestResult } from '#app/domain/backTest.ts';
import type { BackTestOrders } from './backTestRead.ts';
import type { ThreadData, ThreadMessage } from './backTestWorker.ts';
import type { DatabaseSettings } from './connection.ts';

/** How often at most it is written down how far a back-test has come. */
const TELL_EVERY_MS = 500;

/** In the sources the thread needs tsx, which Node takes in a thread only from code that runs there. */
const FROM_SOURCES =
  "import('tsx/esm/api').then(({ register }) => { register(); return import(require('node:worker_threads').workerData.file); });";

/** The thread lies beside this file: in the sources, or beside the bundle of the process (app/bundle.mjs makes both). */
function startThread(data: ThreadData): Worker {
  const extension = /\.\w+$/.exec(import.meta.url)?.[0] ?? '.js';
  const file = new URL(`./backTestWorker${extension}`, import.meta.url);
  if (extension !== '.ts') return new Worker(file, { workerData: data });
  return new Worker(FROM_SOURCES, { eval: true, workerData: { ...data, file: file.href } });
}

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
      const thread = startThread({ settings, orders: { ruleSet, draftText, range } });
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
