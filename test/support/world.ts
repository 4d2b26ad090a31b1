import { randomUUID } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { Actor, EmployerActor, StaffActor, StaffRole } from '#app/domain/actor.ts';
import { visitor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { businessDate, type Clock } from '#app/domain/clock.ts';
import type { Posting } from '#app/domain/posting.ts';
import type { Outcome } from '#app/domain/refusal.ts';
import { provisionalEstablishmentForm } from '#app/forms/establishment.ts';
import { type FormValues, fieldsOf } from '#app/forms/field.ts';
import { postingForm, postingSteps } from '#app/forms/posting.ts';
import { readForm } from '#app/forms/read.ts';
import { identityChecklist } from '#app/forms/review.ts';
import { openPictureRoom } from '#app/pictures.server.ts';
import { checkKey } from '#app/procedures/account/checkKey.ts';
import { registerEmail } from '#app/procedures/account/registerEmail.ts';
import { requestKey } from '#app/procedures/account/requestKey.ts';
import { setPassword } from '#app/procedures/account/setPassword.ts';
import { enterEstablishment } from '#app/procedures/establishment/enterProvisionally.ts';
import { registerEstablishment } from '#app/procedures/establishment/register.ts';
import { acceptPosting } from '#app/procedures/posting/accept.ts';
import { registerVisit } from '#app/procedures/posting/registerVisit.ts';
import { startDraft } from '#app/procedures/posting/startDraft.ts';
import { submitPosting } from '#app/procedures/posting/submit.ts';
import { withContent } from '#app/procedures/posting/support.ts';
import { createPerform, type Procedure } from '#app/procedures/procedure.ts';
import { createSecrets } from '#app/secrets.server.ts';
import { runBackTestWith } from '#db/backTestThread.ts';
import { createStores } from '#db/stores/index.ts';
import { createUnitOfWork } from '#db/unitOfWork.ts';
import { demoOffice, neighbourOffice } from '#fixtures/demo.ts';
import { establishments } from '#fixtures/establishments.ts';
import { completePosting } from '#fixtures/postings.ts';
import { createHandlers } from '#jobs/handlers/index.ts';
import type { Mail } from '#jobs/mail/transport.ts';
import { createRunner } from '#jobs/runner.ts';
import { loadCatalogue } from '#rules/catalogue.ts';
import { watchRules } from '#rules/watch.ts';
import type { TestDatabase } from './database.ts';
import { memoryFiles } from './memoryFiles.ts';
import { memoryLedger } from './memoryLedger.ts';

/** The installation's secret of every test, so that a test and a server it starts agree. */
export const secret = 'madoguchi test installation 0123456789';

export const password = '見本のとても長い合言葉です二千二十六';

/** A clock that stands still until the test moves it. */
export type TestClock = Clock & { moveTo(at: string): void; moveOn(milliseconds: number): void };

const testClock = (at: string): TestClock => {
  let millis = Date.parse(at);
  return {
    now: () => new Date(millis),
    moveTo: (next) => {
      millis = Date.parse(next);
    },
    moveOn: (more) => {
      millis += more;
    },
  };
};

/** The value of an outcome that must be a success; the refusal's code fails the test otherwise. */
export function granted<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok)
    throw new Error(
      `refused: ${outcome.code} ${JSON.stringify(outcome.fields ?? outcome.verdict?.reasons.map((reason) => reason.rule) ?? '')}`,
    );
  return outcome.value;
}

/** The rules of every office of this test file: a catalogue never changes. */
let shippedRules: ReturnType<typeof loadCatalogue> | undefined;

export type World = Awaited<ReturnType<typeof openOffice>>;

/**
 * ハローワーク架空野 with its people on a morning of the test's choice, on a real database, with the real rules,
 * procedures and job runner; only the mails end in a list.
 */
export async function openOffice(
  database: TestDatabase,
  morning: string,
  options: {
    afterStep?: (step: string) => void;
    staffPassword?: string;
    /** The rules as a running process has them: with the versions on the shelf, which `look()` takes up. */
    watched?: true;
    /** What tells the office the time, where it is not the test's clock itself. */
    time?: (real: TestClock) => Clock;
  } = {},
) {
  const clock = testClock(morning);
  const time = options.time?.(clock) ?? clock;
  const unitOfWork = createUnitOfWork(database);
  const stores = createStores(database.writer, database.dialect);
  const ruleFiles = options.watched
    ? await watchRules({
        directory: 'rules',
        shelf: {
          ...stores.ruleVersions,
          keep: async (versions) => {
            const firstSeenAt = clock.now().toISOString();
            for (const version of versions) await stores.ruleVersions.keep({ ...version, firstSeenAt });
          },
        },
        report: () => {},
      })
    : null;
  shippedRules ??= loadCatalogue('rules');
  const rules = ruleFiles?.current() ?? (await shippedRules);
  const secrets = createSecrets(secret);
  const mails: Mail[] = [];
  const ledger = memoryLedger();
  const logged: string[] = [];
  const room = openPictureRoom(memoryFiles(() => clock.now().getTime()));
  const performWith = createPerform({
    unitOfWork,
    stores,
    get rules() {
      return ruleFiles?.current() ?? rules;
    },
    clock: time,
    secrets,
    pictures: room.pictures,
    newId,
    jobsWritten: () => {},
    afterStep: options.afterStep ?? (() => {}),
  });
  const runner = createRunner({
    unitOfWork,
    clock: time,
    // One lane, so that mails go out in the order of their jobs.
    concurrency: 1,
    log: ({ error }) => {
      if (error) throw error;
    },
    handlers: createHandlers({
      perform: performWith,
      // Handlers read from connections that cannot write, as in the process.
      stores: createStores(database.reader, database.dialect),
      rules: () => ruleFiles?.current() ?? rules,
      secrets,
      shelf: room.shelf,
      ledger,
      tellLog: (event, detail) => void logged.push(`${event} ${detail}`),
      transport: { send: async (mail) => void mails.push(mail) },
      links: {
        login: 'https://example.jp/mypage/login',
        start: 'https://example.jp/mypage/start',
        startKey: 'https://example.jp/mypage/start/key',
        emailKey: 'https://example.jp/mypage/account/email/key',
        forgot: 'https://example.jp/mypage/forgot',
        posting: (id) => `https://example.jp/mypage/postings/${id}`,
        change: (id) => `https://example.jp/mypage/changes/${id}`,
        images: 'https://example.jp/mypage/images',
      },
      write: unitOfWork,
      now: () => time.now().toISOString(),
      backTest: runBackTestWith(database.settings),
    }),
  });

  for (const office of [demoOffice, neighbourOffice]) await stores.offices.insert(office);
  const passwordHash =
    options.staffPassword === undefined ? 'none' : await secrets.hash(options.staffPassword);
  const hire = async (
    loginName: string,
    name: string,
    role: StaffRole,
    officeId = demoOffice.id,
  ): Promise<StaffActor> => {
    const id = randomUUID();
    const member = { id, officeId, name, role, loginName, passwordHash, demo: false, active: true };
    await stores.staff.insert(member);
    return { kind: 'staff', id, name, role, officeId };
  };
  const staff = {
    clerk: await hire('clerk', '窓口 花子（見本）', 'clerk'),
    otherClerk: await hire('otherClerk', '確認 太郎（見本）', 'clerk'),
    supervisor: await hire('supervisor', '監督 一郎（見本）', 'supervisor'),
    otherSupervisor: await hire('otherSupervisor', '監督 二子（見本）', 'supervisor'),
    auditor: await hire('auditor', '監査 三郎（見本）', 'auditor'),
    neighbour: await hire('neighbour', '隣所 四郎（見本）', 'clerk', neighbourOffice.id),
  };

  // The wages of the year are entered for the prefecture of the invented postings, so that nothing is to be confirmed.
  await stores.minimumWages.insert({
    id: randomUUID(),
    prefecture: demoOffice.prefecture,
    from: '2026-10-01',
    yen: 1141,
    source: '試験のための額（見本）',
    enteredBy: staff.supervisor.id,
    enteredAt: clock.now().toISOString(),
    version: 1,
  });
  /** Confirms whatever orange reasons there are. */
  const everyRule = rules
    .inForce('acceptance/posting', businessDate(clock.now()))
    .rules.filter(({ severity }) => severity === 'warning')
    .map(({ id }) => id);

  const perform = <Input, Result, Prepared>(
    procedure: Procedure<Input, Result, Prepared>,
    actor: Actor,
    input: Input,
    idempotencyKey?: string,
  ): Promise<Outcome<Result>> =>
    performWith(procedure, actor, input, {
      requestId: randomUUID(),
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });

  let nextSample = 0;
  const someEstablishment = (): FormValues => {
    const values = establishments[nextSample];
    nextSample += 1;
    if (!values) throw new Error('The fixtures have no more establishments.');
    return values;
  };

  const registered = async (by: StaffActor = staff.clerk): Promise<string> =>
    granted(await perform(registerEstablishment, by, { values: someEstablishment(), knownOthers: [] }))
      .establishmentId;

  /** Asks for a key, receives it and sets the password; the account is active afterwards. */
  const setUpPassword = async (email: string, purpose: 'start' | 'register'): Promise<string> => {
    granted(await perform(requestKey, visitor, { email, purpose }));
    await runner.runDue();
    const key = keyIn(mails, email);
    const { keyId } = granted(await perform(checkKey, visitor, { email, key }));
    return granted(await perform(setPassword, visitor, { keyId, password })).accountId;
  };

  return {
    database,
    clock,
    stores,
    rules,
    ruleFiles,
    secrets,
    room,
    ledger,
    /** What jobs have written into the log of the process. */
    logged,
    runner,
    mails,
    staff,
    everyRule,
    perform,
    hire,
    registered,
    setUpPassword,

    /** An employer whose MyPage was opened at the counter (leaflet ①–⑥). */
    openedAtCounter: async (email = 'a@example.co.jp'): Promise<EmployerActor> => {
      const establishmentId = await registered();
      granted(await perform(registerEmail, staff.clerk, { establishmentId, values: { email } }));
      const accountId = await setUpPassword(email, 'start');
      return { kind: 'employer', accountId, email, establishmentId };
    },

    /** An employer who opened the account online and entered the establishment provisionally (leaflet ※②). */
    openedOnline: async (email = 'c@example.co.jp'): Promise<EmployerActor> => {
      const accountId = await setUpPassword(email, 'register');
      const newcomer: EmployerActor = { kind: 'employer', accountId, email, establishmentId: null };
      const { values } = readForm(provisionalEstablishmentForm, someEstablishment());
      const { establishmentId } = granted(
        await perform(enterEstablishment, newcomer, { officeId: demoOffice.id, values, version: 0 }),
      );
      return { ...newcomer, establishmentId };
    },

    /** A draft filled in to the last step, laid down at once: what the steps check has tests of its own. */
    filledIn: async (employer: EmployerActor, content: FormValues = completePosting()): Promise<Posting> => {
      const { postingId } = granted(await perform(startDraft, employer, {}));
      const draft = await posting(stores, postingId);
      const values = Object.fromEntries(
        fieldsOf(postingForm).map(({ name }) => [name, content[name] ?? null]),
      );
      await stores.postings.update({ ...withContent(draft, values), stepsDone: postingSteps.length });
      return posting(stores, postingId);
    },

    /** A posting handed in as complete. */
    submitted: async (employer: EmployerActor, draft: Posting): Promise<Posting> => {
      const shown = { postingId: draft.id, version: draft.version };
      granted(await perform(submitPosting, employer, { ...shown, confirmed: everyRule }));
      return posting(stores, draft.id);
    },

    visited: async (pending: Posting, visitedOn: CalendarDate): Promise<Posting> => {
      granted(
        await perform(registerVisit, staff.clerk, {
          establishmentId: pending.establishmentId,
          postings: [{ postingId: pending.id, version: pending.version }],
          visitedOn,
          checklist: identityChecklist,
          identityDocument: '運転免許証',
          note: null,
          lateReason: null,
        }),
      );
      return posting(stores, pending.id);
    },

    accepted: async (reviewed: Posting): Promise<Posting> => {
      const shown = { postingId: reviewed.id, version: reviewed.version };
      granted(await perform(acceptPosting, staff.clerk, { ...shown, overrideReason: null, note: null }));
      return posting(stores, reviewed.id);
    },

    now: (id: string): Promise<Posting> => posting(stores, id),
  };
}

async function posting(stores: ReturnType<typeof createStores>, id: string): Promise<Posting> {
  const found = await stores.postings.find({ kind: 'all' }, id);
  if (!found) throw new Error(`No posting ${id}.`);
  return found;
}

/** The 認証キー in the newest key mail to an address, without its hyphens. */
export function keyIn(mails: readonly Mail[], email: string): string {
  const text = mails.filter((mail) => mail.to === email && mail.kind === 'mail.key').at(-1)?.text ?? '';
  const key = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0];
  if (!key) throw new Error(`No key in the mails to ${email}.`);
  return key.replaceAll('-', '');
}
