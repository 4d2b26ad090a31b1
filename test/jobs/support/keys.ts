import { createHash, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { openPictureRoom } from '#app/pictures.server.ts';
import { createPerform } from '#app/procedures/procedure.ts';
import type { Secrets } from '#app/procedures/secrets.ts';
import { createStores, type Stores } from '#db/stores/index.ts';
import type { KeyRequest } from '#db/stores/keys.ts';
import { createHandlers } from '#jobs/handlers/index.ts';
import { createTransport, type MailCopy, senderOf } from '#jobs/mail/transport.ts';
import type { Runner } from '#jobs/runner.ts';
import { loadCatalogue } from '#rules/catalogue.ts';
import type { TestDatabase } from '#test/support/database.ts';
import { memoryFiles } from '#test/support/memoryFiles.ts';
import { memoryLedger } from '#test/support/memoryLedger.ts';
import { type JobBench, jobBench } from './jobs.ts';
import { sampleLinks } from './samples.ts';

/** Secrets whose results a test can foresee: the keys are MIHON0000001, MIHON0000002, … */
function foreseeableSecrets(): Secrets {
  let issued = 0;
  const hash = async (text: string): Promise<string> => createHash('sha256').update(text).digest('hex');
  return {
    hash,
    verify: async (text, stored) => (await hash(text)) === stored,
    seal: (text) => Buffer.from(text).toString('base64'),
    unseal: (sealed) => Buffer.from(sealed, 'base64').toString(),
    newKey: () => {
      issued += 1;
      return `MIHON${String(issued).padStart(7, '0')}`;
    },
    newInquiryNumber: () => '482109355',
    auditKey: new Uint8Array(32),
    erasureKey: new Uint8Array(32),
  };
}

export type KeyBench = JobBench & {
  stores: Stores;
  mails: MailCopy[];
  jobs: Runner;
  /** Issues asked-for keys while the mails stand still. */
  issueOnly(): Promise<void>;
  /** What the page does when somebody asks for a key. */
  ask(email: string, purpose: Exclude<KeyRequest['purpose'], 'email'>): Promise<string>;
};

/** The whole way of a 認証キー from the asked-for address to the mail, with the product's own handlers and rules. */
export async function keyBench(database: TestDatabase): Promise<KeyBench> {
  const bench = jobBench(database);
  const { clock, unitOfWork } = bench;
  const stores = createStores(database.writer, database.dialect);
  const secrets = foreseeableSecrets();
  const mails: MailCopy[] = [];
  const room = openPictureRoom(memoryFiles(() => 0));
  const rules = await loadCatalogue(fileURLToPath(new URL('../../../rules', import.meta.url)));
  const perform = createPerform({
    unitOfWork,
    stores,
    rules,
    clock,
    secrets,
    pictures: room.pictures,
    newId: randomUUID,
    jobsWritten: () => {},
    afterStep: () => {},
  });
  const handlers = createHandlers({
    perform,
    stores,
    rules: () => rules,
    secrets,
    transport: createTransport({
      tls: 'opportunistic',
      from: senderOf('https://mypage.example.jp'),
      keepCopy: async (copy) => void mails.push(copy),
    }),
    shelf: room.shelf,
    ledger: memoryLedger(),
    tellLog: () => {},
    links: sampleLinks,
    write: unitOfWork,
    now: () => clock.instant(),
    backTest: async () => null,
  });
  return {
    ...bench,
    stores,
    mails,
    jobs: bench.runner(handlers, { concurrency: 1 }),
    issueOnly: async () => {
      const issuing: Runner = bench.runner(handlers, {
        concurrency: 1,
        afterStep: (step) => {
          if (step === 'key.issue:settled') void issuing.stop();
        },
      });
      await issuing.runDue();
    },
    ask: async (email, purpose) => {
      const requestId = randomUUID();
      await unitOfWork(async (transaction) => {
        await transaction.keys.insertRequest({ id: requestId, email, purpose, requestedAt: clock.instant() });
        await transaction.jobs.enqueue(
          { kind: 'key.issue', payload: { requestId }, dedupe: `key.issue:${requestId}` },
          clock.instant(),
          randomUUID(),
        );
      });
      return requestId;
    },
  };
}
