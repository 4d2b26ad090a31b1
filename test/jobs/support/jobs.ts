import { randomUUID } from 'node:crypto';
import type { JobKind, JobRequest, JobState } from '#app/domain/job.ts';
import { type Database, openDatabase } from '#db/connection.ts';
import { createUnitOfWork, type UnitOfWork } from '#db/unitOfWork.ts';
import type { Handler, Handlers } from '#jobs/handlers/handler.ts';
import { createRunner, type JobEvent, type Runner, type RunnerOptions } from '#jobs/runner.ts';
import type { TestDatabase } from '#test/support/database.ts';
import { type MovableClock, movableClock } from './movableClock.ts';

const kinds: Record<JobKind, true> = {
  'key.issue': true,
  'rules.rejudge': true,
  'posting.expire': true,
  'posting.stop': true,
  'backTest.run': true,
  'mail.key': true,
  'mail.alreadyRegistered': true,
  'mail.passwordChanged': true,
  'mail.emailChanged': true,
  'mail.addressInvited': true,
  'mail.withdrawalReceived': true,
  'mail.withdrawalUndone': true,
  'mail.mypageSuspended': true,
  'mail.mypageResumed': true,
  'mail.postingReceived': true,
  'mail.postingReturned': true,
  'mail.postingAccepted': true,
  'mail.postingRefused': true,
  'mail.decisionUndone': true,
  'mail.visitDemanded': true,
  'invariant.look': true,
  'mail.dueDateMoved': true,
  'mail.changeReceived': true,
  'mail.changeAccepted': true,
  'mail.changeReturned': true,
  'mail.changeRejected': true,
  'mail.imagesDecided': true,
  'referral.notify': true,
  'restriction.impose': true,
  'mail.referralMade': true,
  'mail.missingResult': true,
  'mail.restricted': true,
  'mail.restrictionReleased': true,
  'mail.imageHidden': true,
  'mail.messageReceived': true,
  'message.erase': true,
  'throttle.clear': true,
  'retention.sweep': true,
  'retention.finish': true,
  'audit.anchor': true,
  'mail.mypageErased': true,
  'image.checkFiles': true,
  'posting.lapse': true,
  'posting.remind': true,
  'mail.transferredOut': true,
  'mail.visitReminder': true,
  'mail.postingLapsed': true,
  'mail.validityEnds': true,
};

/** The same handler for every kind of job. */
export const handlersThat = (run: Handler<JobKind>['run'], ended?: Handler<JobKind>['ended']): Handlers => {
  const handler = ended ? { run, ended } : { run };
  return Object.fromEntries(Object.keys(kinds).map((kind) => [kind, handler])) as Handlers;
};

/** A job whose handler does not look at its payload. */
export const anyJob = (dedupe: string, times: Pick<JobRequest, 'runAt' | 'expiresAt'> = {}): JobRequest => ({
  kind: 'mail.postingReceived',
  payload: { postingId: dedupe },
  dedupe,
  ...times,
});

export type StoredRow = {
  id: string;
  state: JobState;
  attempts: number;
  run_at: string;
  lease_token: string | null;
  lease_until: string | null;
  last_error: string | null;
};

export type JobBench = {
  clock: MovableClock;
  unitOfWork: UnitOfWork;
  events: JobEvent[];
  enqueue(...jobs: JobRequest[]): Promise<void>;
  row(dedupe: string): Promise<StoredRow>;
  runner(handlers: Handlers, options?: Partial<RunnerOptions>): Runner;
  /** A runner over connections of its own, as another process would have. */
  otherRunner(handlers: Handlers): { runner: Runner; database: Database };
};

/** Jobs, runners and a clock that stands still, over one database. */
export function jobBench(database: TestDatabase): JobBench {
  const clock = movableClock();
  const unitOfWork = createUnitOfWork(database);
  const events: JobEvent[] = [];
  const basics = { clock, log: (event: JobEvent) => events.push(event), random: () => 0.5 };
  return {
    clock,
    unitOfWork,
    events,
    enqueue: (...jobs) =>
      unitOfWork(async (stores) => {
        for (const job of jobs) await stores.jobs.enqueue(job, clock.instant(), randomUUID());
      }),
    row: (dedupe) => database.reader('job').where({ dedupe }).first(),
    runner: (handlers, options = {}) => createRunner({ ...basics, unitOfWork, handlers, ...options }),
    otherRunner: (handlers) => {
      const other = openDatabase(database.settings);
      return {
        database: other,
        runner: createRunner({ ...basics, unitOfWork: createUnitOfWork(other), handlers }),
      };
    },
  };
}
