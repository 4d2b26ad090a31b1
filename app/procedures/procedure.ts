import { createHmac } from 'node:crypto';
import { type Actor, actorId, roleOf } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { businessDate, type Clock, type Instant, toInstant } from '#app/domain/clock.ts';
import type { JobRequest } from '#app/domain/job.ts';
import { may, type Permission, type Scope, scopeOf } from '#app/domain/permissions.ts';
import type { Outcome } from '#app/domain/refusal.ts';
import { type JsonSchema, schemaProblem } from '#app/forms/validate.ts';
import type { Stores } from '#db/stores/index.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import type { Pictures } from './pictures.ts';
import type { Secrets } from './secrets.ts';

/** One record of what was done; every successful procedure makes at least one. */
export type AuditRecord = {
  subject: { type: string; id: string };
  /** Non-personal before/after values, codes, verdict versions. */
  detail?: Readonly<Record<string, unknown>>;
  /** Personal values and free text, kept apart from the chain. */
  personal?: Readonly<Record<string, unknown>>;
};

/** What a procedure may use; everything it writes goes through `stores` and is one transaction. */
export type ProcedureContext = {
  actor: Actor;
  scope: Scope;
  /** Read once for the whole procedure. */
  now: Instant;
  today: CalendarDate;
  stores: Stores;
  /** One version of every rule set from start to end. */
  rules: RuleCatalogue;
  secrets: Secrets;
  newId(): string;
  record(record: AuditRecord): void;
  enqueue(job: JobRequest): void;
};

/** What is left of the context before the transaction: for slow work (password hashing) and for throttles. */
export type PreparationContext = Omit<ProcedureContext, 'record' | 'enqueue'> & {
  /** Uploaded files; file work is never done inside the transaction. */
  pictures: Pictures;
};

export type Procedure<Input, Result, Prepared = undefined> = {
  /** Names the act in permissions, receipts, logs and fault steps. */
  name: string;
  permission: Permission;
  /** Ajv schema of the input; strict, with lengths. */
  input: JsonSchema;
  /** The audit action its records carry. */
  audit: string;
  /** Runs before the transaction, with stores that commit on their own. */
  prepare?(context: PreparationContext, input: Input): Promise<Outcome<Prepared>>;
  run(context: ProcedureContext, input: Input, prepared: Prepared): Promise<Outcome<Result>>;
};

/** Registers an act: permission, input and audit event stand here, not in its body. */
export const defineProcedure = <Input, Result, Prepared = undefined>(
  procedure: Procedure<Input, Result, Prepared>,
): Procedure<Input, Result, Prepared> => procedure;

/** The actor's role does not allow the act: 403. */
export class Forbidden extends Error {
  override name = 'Forbidden';
}

/** The input does not fit its schema; the forms have checked it before, so this is a bypassed browser: 400. */
export class BadInput extends Error {
  override name = 'BadInput';
}

/** No such record within the actor's reach: 404. */
export class NotFound extends Error {
  override name = 'NotFound';
}

/** Somebody else has moved the record meanwhile: 409, with who did what and when. */
export class Conflict extends Error {
  override name = 'Conflict';
  readonly subject: { type: string; id: string };
  readonly decided: { by: string; action: string; at: Instant } | undefined;

  constructor(subject: { type: string; id: string }, decided?: { by: string; action: string; at: Instant }) {
    super(`${subject.type} ${subject.id} was moved meanwhile.`);
    this.subject = subject;
    this.decided = decided;
  }
}

/** The key of a form was used before for another content: a resent page from the browser's history. */
export class ReusedKey extends Error {
  override name = 'ReusedKey';
}

export const notFoundUnless = <Value>(value: Value | undefined | null): Value => {
  if (value === undefined || value === null) throw new NotFound('No such record.');
  return value;
};

export type Dependencies = {
  unitOfWork: <Result>(
    work: (stores: Stores) => Promise<Result>,
    keep?: (result: Result) => boolean,
  ) => Promise<Result>;
  /** Stores outside any transaction: each statement commits on its own. */
  stores: Stores;
  /** What is in force now; each act takes it once. */
  readonly rules: RuleCatalogue;
  clock: Clock;
  secrets: Secrets;
  pictures: Pictures;
  newId(): string;
  /** After a commit that wrote jobs: wakes the runner; may fail silently. */
  jobsWritten(): void;
  /** Fault seam of the kill tests; does nothing otherwise. */
  afterStep(step: string): void;
};

export type PerformOptions = {
  requestId: string;
  /** Server-made, 128 bit, one for each shown form: the same key gives the same receipt. */
  idempotencyKey?: string;
  /** What was in force when the request began; for a job, what is in force when the act begins. */
  rules?: RuleCatalogue;
};

export type Perform = <Input, Result, Prepared>(
  procedure: Procedure<Input, Result, Prepared>,
  actor: Actor,
  input: Input,
  options: PerformOptions,
) => Promise<Outcome<Result>>;

/** Keyed, because inputs may hold secrets that are easily guessed. */
const digestOf = (key: Uint8Array, value: unknown): string =>
  createHmac('sha256', key).update(JSON.stringify(value)).digest('hex');

/**
 * The one way to write: permission → Ajv → (receipt of an earlier try) → the procedure in one transaction with its
 * audit rows and jobs → commit. A refusal rolls everything back and is returned as a value.
 *
 * Throws Forbidden, BadInput, NotFound, Conflict, ReusedKey; anything else is a bug.
 */
export function createPerform(dependencies: Dependencies): Perform {
  const { unitOfWork, stores, clock, secrets, pictures, newId, jobsWritten, afterStep } = dependencies;

  return async (procedure, actor, input, options) => {
    if (!may(actor, procedure.permission)) throw new Forbidden(`${roleOf(actor)} may not ${procedure.name}.`);
    const problem = schemaProblem(procedure.input, input);
    if (problem) throw new BadInput(`${procedure.name}: ${problem}`);

    const instant = clock.now();
    const base = {
      actor,
      scope: scopeOf(actor),
      now: toInstant(instant),
      today: businessDate(instant),
      rules: options.rules ?? dependencies.rules,
      secrets,
      newId,
    };
    const receipt = options.idempotencyKey && {
      key: options.idempotencyKey,
      actorId: actorId(actor),
      procedure: procedure.name,
      requestHash: digestOf(secrets.auditKey, [procedure.name, input]),
    };
    const receivedBefore = async (from: Stores) => {
      if (!receipt) return undefined;
      const earlier = await from.idempotency.find(receipt.key, receipt.actorId);
      if (earlier && earlier.requestHash !== receipt.requestHash) throw new ReusedKey(procedure.name);
      return earlier;
    };
    type Result = Awaited<ReturnType<typeof procedure.run>>;

    const early = await receivedBefore(stores);
    if (early) return early.response as Result;

    const prepared = await procedure.prepare?.({ ...base, stores, pictures }, input);
    if (prepared && !prepared.ok) return prepared;

    let wroteJobs = false;
    const outcome = await unitOfWork<Result>(
      async (transaction) => {
        const earlier = await receivedBefore(transaction);
        if (earlier) return earlier.response as Result;

        const records: AuditRecord[] = [];
        const jobs: JobRequest[] = [];
        const context: ProcedureContext = {
          ...base,
          stores: transaction,
          record: (record) => records.push(record),
          enqueue: (job) => jobs.push(job),
        };
        // Undefined exactly where the procedure declares no preparation, and then its type is undefined, too.
        const result = await procedure.run(context, input, prepared?.value as never);
        if (!result.ok) return result;
        afterStep(`${procedure.name}:changed`);

        if (records.length === 0) throw new Error(`${procedure.name} succeeded without an audit record.`);
        for (const record of records) {
          await transaction.audit.append(
            {
              at: base.now,
              actorKind: actor.kind,
              actorId: actorId(actor),
              role: roleOf(actor),
              officeId: actor.kind === 'staff' ? actor.officeId : null,
              establishmentId: actor.kind === 'employer' ? actor.establishmentId : null,
              action: procedure.audit,
              subject: record.subject,
              requestId: options.requestId,
              detail: record.detail ?? {},
              personal: record.personal ?? {},
            },
            secrets.auditKey,
          );
        }
        afterStep(`${procedure.name}:recorded`);

        for (const job of jobs) await transaction.jobs.enqueue(job, base.now, newId());
        wroteJobs = jobs.length > 0;
        afterStep(`${procedure.name}:enqueued`);

        if (receipt)
          await transaction.idempotency.insert({ ...receipt, response: result, createdAt: base.now });
        afterStep(`${procedure.name}:receipted`);
        return result;
      },
      (result) => result.ok,
    ).catch(async (error: unknown) => {
      // The same form sent twice at once: the other one has won, and its receipt is ours.
      const won = await receivedBefore(stores);
      if (won) return won.response as Result;
      throw await withDecision(error, stores);
    });
    afterStep(`${procedure.name}:committed`);
    if (wroteJobs) jobsWritten();
    return outcome;
  };
}

/**
 * Adds to a stale record who moved it, what they did and when, as the audit log knows it. Errors are told by name:
 * the server and the pages are two bundles, each with its own copy of these classes.
 */
async function withDecision(error: unknown, stores: Stores): Promise<unknown> {
  const stale = error instanceof Error && (error.name === 'StaleRecord' || error.name === 'Conflict');
  if (!stale || !('subject' in error)) return error;
  const subject = error.subject as { type: string; id: string };
  const latest = await stores.audit.latestOf(subject);
  if (!latest) return new Conflict(subject);
  const member = await stores.staff.find(latest.actorId);
  return new Conflict(subject, { by: member?.name ?? '', action: latest.action, at: latest.at });
}
