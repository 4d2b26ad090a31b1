import type { Actor, StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { toInstant } from '#app/domain/clock.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { Outcome } from '#app/domain/refusal.ts';
import type { PictureRoom } from '#app/pictures.server.ts';
import type { ErasureLedger } from '#app/procedures/erasureLedger.ts';
import { createPerform, type Procedure } from '#app/procedures/procedure.ts';
import type { Secrets } from '#app/procedures/secrets.ts';
import { backTest } from '#db/backTestRead.ts';
import type { Database } from '#db/connection.ts';
import { createStores, type Stores } from '#db/stores/index.ts';
import { createUnitOfWork, type UnitOfWork } from '#db/unitOfWork.ts';
import type { DemoStaff } from '#fixtures/demo.ts';
import { createHandlers } from '#jobs/handlers/index.ts';
import { createTransport, senderOf } from '#jobs/mail/transport.ts';
import { createRunner } from '#jobs/runner.ts';
import { type Sweep, sweepJob } from '#jobs/schedule.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import { type SeedTime, seedTime } from './time.ts';

/** What a seed writes with. */
export type SeedTools = {
  database: Database;
  rules: RuleCatalogue;
  secrets: Secrets;
  /** The real present: the last moment of the story. */
  present: Date;
  /** Scheme, host and port that mails point to. */
  origin: string;
  /** Where pictures are kept. */
  room: PictureRoom;
};

/** The product without its web part, on the seed's clock: the same procedures, handlers and mails. */
export type House = {
  time: SeedTime;
  write: UnitOfWork;
  room: PictureRoom;
  /** Records outside any transaction. */
  read: Stores;
  secrets: Secrets;
  rules: RuleCatalogue;
  newId(): string;
  /** Performs, and runs the jobs that follow from it. @throws Error when the procedure refuses. */
  act<Input, Result, Prepared>(
    procedure: Procedure<Input, Result, Prepared>,
    actor: Actor,
    input: Input,
  ): Promise<Result>;
  /** The same for what an employer hands in: orange reasons are confirmed the second time, as people do. */
  handIn<Input extends { confirmed: readonly string[] }, Result, Prepared>(
    procedure: Procedure<Input, Result, Prepared>,
    actor: Actor,
    input: Input,
  ): Promise<Result>;
  /** What a night job does to a posting, with its audit row. */
  endByNight(posting: Posting, action: string): Promise<void>;
  /** One run of a sweep, known to the schedule as the one of that day. */
  sweep(sweep: Sweep, slot: CalendarDate): Promise<void>;
  /** The 認証キー that went out last. */
  lastKey(): string;
};

/** UUID v4 out of a fixed sequence (mulberry32): every seeding gives the same ids. */
export function fixedIds(seed: number): () => string {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return () => {
    const hex = Array.from({ length: 4 }, () => next().toString(16).padStart(8, '0')).join('');
    const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4];
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `${variant}${hex.slice(17, 20)}`,
      hex.slice(20),
    ].join('-');
  };
}

export const staffActor = ({ id, name, role }: DemoStaff, officeId: string): StaffActor => ({
  kind: 'staff',
  id,
  name,
  role,
  officeId,
});

/** The invented data erase nobody. */
const nobodyErased: ErasureLedger = {
  lines: async () => [],
  append: async () => {
    throw new Error('The invented data erase nobody.');
  },
};

/** Mails of the seed are only copied into the 送信箱; none leaves the house. */
export function openHouse({ database, rules, secrets: installed, present, origin, room }: SeedTools): House {
  const time = seedTime(present);
  const write = createUnitOfWork(database);
  const read = createStores(database.writer, database.dialect);
  const newId = fixedIds(20_260_401);

  let lastKey = '';
  const secrets: Secrets = {
    ...installed,
    newKey: () => {
      lastKey = installed.newKey();
      return lastKey;
    },
  };

  let hasJobs = false;
  const perform = createPerform({
    unitOfWork: write,
    stores: read,
    rules,
    clock: time,
    secrets,
    pictures: room.pictures,
    newId,
    jobsWritten: () => {
      hasJobs = true;
    },
    afterStep: () => {},
  });
  const transport = createTransport({
    tls: 'opportunistic',
    from: senderOf(origin),
    keepCopy: (copy) =>
      write((stores) => stores.outboxMails.insert({ id: newId(), sentAt: toInstant(time.now()), ...copy })),
  });
  const links = {
    login: `${origin}/mypage/login`,
    start: `${origin}/mypage/start`,
    startKey: `${origin}/mypage/start/key`,
    emailKey: `${origin}/mypage/account/email/key`,
    forgot: `${origin}/mypage/forgot`,
    posting: (id: string) => `${origin}/mypage/postings/${id}`,
    change: (id: string) => `${origin}/mypage/changes/${id}`,
    images: `${origin}/mypage/images`,
  };
  const runner = createRunner({
    unitOfWork: write,
    clock: time,
    handlers: createHandlers({
      perform,
      stores: read,
      rules: () => rules,
      secrets,
      transport,
      shelf: room.shelf,
      ledger: nobodyErased,
      tellLog: () => {},
      links,
      write,
      now: () => toInstant(time.now()),
      backTest: (orders) => backTest(database.reader, orders, () => true),
    }),
    concurrency: 1,
    log: ({ event, kind, error }) => {
      throw new Error(`${kind ?? 'runner'}: ${event}`, { cause: error });
    },
  });

  const settled = async <Value>(procedure: string, outcome: Outcome<Value>): Promise<Value> => {
    if (!outcome.ok) throw new Error(`${procedure} was refused: ${JSON.stringify(outcome)}`);
    if (hasJobs) await runner.runDue();
    hasJobs = false;
    return outcome.value;
  };

  return {
    time,
    write,
    room,
    read,
    secrets,
    rules,
    newId,
    act: async (procedure, actor, input) =>
      settled(procedure.name, await perform(procedure, actor, input, { requestId: newId() })),
    handIn: async (procedure, actor, input) => {
      const first = await perform(procedure, actor, input, { requestId: newId() });
      if (first.ok || first.code !== 'content-to-confirm') return settled(procedure.name, first);
      const confirmed = first.verdict?.reasons.map(({ rule }) => rule) ?? [];
      const second = await perform(procedure, actor, { ...input, confirmed }, { requestId: newId() });
      return settled(procedure.name, second);
    },
    endByNight: (posting, action) =>
      write(async (stores) => {
        const at = toInstant(time.now());
        await stores.postings.update({ ...posting, updatedAt: at });
        await stores.audit.append(
          {
            at,
            actorKind: 'system',
            actorId: 'night',
            role: 'system',
            officeId: null,
            establishmentId: null,
            action,
            subject: { type: 'posting', id: posting.id },
            requestId: newId(),
            detail: { to: posting.state },
            personal: {},
          },
          secrets.auditKey,
        );
      }),
    sweep: async (sweep, slot) => {
      await write((stores) => stores.jobs.enqueue(sweepJob(sweep, slot), toInstant(time.now()), newId()));
      await runner.runDue();
    },
    lastKey: () => lastKey,
  };
}
