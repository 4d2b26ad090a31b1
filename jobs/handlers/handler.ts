import type { BackTest, BackTestResult } from '#app/domain/backTest.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { Job, JobKind } from '#app/domain/job.ts';
import type { ErasureLedger } from '#app/procedures/erasureLedger.ts';
import type { PictureShelf } from '#app/procedures/pictures.ts';
import type { Dependencies, Perform } from '#app/procedures/procedure.ts';
import type { Secrets } from '#app/procedures/secrets.ts';
import type { Stores } from '#db/stores/index.ts';
import type { ClaimedJob } from '#db/stores/jobs.ts';
import type { MailLinks } from '../mail/letter.ts';
import type { Transport } from '../mail/transport.ts';

export type PayloadOf<Kind extends JobKind> = Extract<Job, { kind: Kind }>['payload'];

/**
 * How a job went. `effect` is committed together with the row's `done`; `cancelled` means that there is nothing to do
 * any more, with a reason code for the staff screen. Whatever went wrong is thrown (failure.ts).
 */
export type JobOutcome =
  | { state: 'done'; effect?: (stores: Stores) => Promise<void> }
  | { state: 'cancelled'; reason: string };

/** What one kind of job does. It may run more than once: it reads the state again, and "already so" is success. */
export type Handler<Kind extends JobKind> = {
  run(payload: PayloadOf<Kind>, job: Pick<ClaimedJob, 'id' | 'dedupe'>, now: Instant): Promise<JobOutcome>;
  /** Clears up, in the same transaction, when the job is expired, cancelled or dead and was not done. */
  ended?(payload: PayloadOf<Kind>, stores: Stores): Promise<void>;
};

export type Handlers = { [Kind in JobKind]: Handler<Kind> };

/** The handler of the job's kind; undefined where another version of the product has written the row. */
export const handlerOf = (handlers: Handlers, job: Job): Handler<JobKind> | undefined =>
  handlers[job.kind] as Handler<JobKind> | undefined;

/**
 * Judges the stored decisions of a range under a draft, away from the thread that serves pages. `told` hears how far it
 * has come and answers whether to go on; null when it did not.
 */
export type RunBackTest = (
  orders: Pick<BackTest, 'ruleSet' | 'draftText' | 'range'>,
  told: (done: number, total: number) => Promise<boolean>,
) => Promise<BackTestResult | null>;

/** What handlers work with; built in composition.server.ts. */
export type HandlerTools = {
  perform: Perform;
  /** Stores outside any transaction, for reading. */
  stores: Stores;
  /** What is in force now. */
  rules(): Dependencies['rules'];
  secrets: Pick<Secrets, 'unseal'>;
  transport: Transport;
  shelf: PictureShelf;
  ledger: ErasureLedger;
  links: MailLinks;
  /** Transactions that are no act of anybody: how far a long job has come. */
  write: Dependencies['unitOfWork'];
  now(): Instant;
  backTest: RunBackTest;
  /** Into the log of the process, which is kept elsewhere than the database. */
  tellLog(event: 'audit.anchored', detail: string): void;
};
