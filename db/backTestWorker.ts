import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { BackTestResult } from '#app/domain/backTest.ts';
import { type BackTestOrders, backTest } from './backTestRead.ts';
import { type DatabaseSettings, openReader } from './connection.ts';

/** What the thread of a back-test is given, what it says, and the one word it listens to. */
export type ThreadData = { settings: DatabaseSettings; orders: BackTestOrders };
export type ThreadMessage = { done: number; total: number } | { result: BackTestResult | null };
const STOP = 'stop';

/** On Linux a priority belongs to the thread: pages are served first. */
const BEHIND_PAGES = 10;

const { settings, orders } = workerData as ThreadData;
const say = (message: ThreadMessage): void => parentPort?.postMessage(message);
let goOn = true;
parentPort?.on('message', (word) => {
  if (word === STOP) goOn = false;
});

if (process.platform === 'linux') setPriority(BEHIND_PAGES);
const reader = openReader(settings);
try {
  const result = await backTest(reader, orders, (done, total) => {
    say({ done, total });
    return goOn;
  });
  say({ result });
} finally {
  await reader.destroy();
  parentPort?.close();
}
