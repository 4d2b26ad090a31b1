import { writeSync } from 'node:fs';
import { frozenClock } from '#app/domain/clock.ts';
import { type DatabaseSettings, openDatabase } from '#db/connection.ts';
import { createStores } from '#db/stores/index.ts';
import { createUnitOfWork } from '#db/unitOfWork.ts';
import { mailAlreadyRegistered } from '#jobs/handlers/mailAlreadyRegistered.ts';
import { createTransport, senderOf } from '#jobs/mail/transport.ts';
import { createRunner, type RunnerOptions } from '#jobs/runner.ts';
import { bullRunner } from './bullRunner.ts';
import type { Driver } from './drivers.ts';
import { handlersThat } from './handlers.ts';
import { sampleLinks } from './samples.ts';

/** What the parent test tells this process: where to work, and at which step to stand still until it is killed. */
export type KilledProcessOrders = {
  settings: DatabaseSettings;
  smtpUrl: string;
  now: string;
  stopAt: string;
  /** Under which driver; null is the embedded one. */
  bull: Driver['bull'];
};

const orders = JSON.parse(process.argv[2] ?? '') as KilledProcessOrders;
const database = openDatabase(orders.settings);
const mail = mailAlreadyRegistered({
  stores: createStores(database.writer, database.dialect),
  transport: createTransport({
    tls: 'opportunistic',
    smtpUrl: orders.smtpUrl,
    from: senderOf('https://mypage.example.jp'),
  }),
  links: sampleLinks,
});

const options: RunnerOptions = {
  unitOfWork: createUnitOfWork(database),
  clock: frozenClock(orders.now),
  handlers: { ...handlersThat(async () => ({ state: 'done' })), 'mail.alreadyRegistered': mail },
  log: () => {},
  concurrency: 1,
  afterStep: (step) => {
    if (step !== orders.stopAt) return;
    writeSync(process.stdout.fd, `${step}\n`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
};
await (orders.bull ? bullRunner(orders.bull, database, options) : createRunner(options)).runDue();
