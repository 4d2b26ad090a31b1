import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import { runBackTestWith } from '#db/backTestThread.ts';
import { type Database, migrate, openDatabase } from '#db/connection.ts';
import { ForeignLedger, ledgerFile, openErasureLedger } from '#db/erasureLedger.ts';
import { openPictureFiles } from '#db/files.ts';
import { migrationSource } from '#db/migrations/index.ts';
import { createStores, type Stores } from '#db/stores/index.ts';
import type { View } from '#db/stores/views.ts';
import { createUnitOfWork, type UnitOfWork } from '#db/unitOfWork.ts';
import { createHandlers } from '#jobs/handlers/index.ts';
import { createTransport, senderOf, type Transport } from '#jobs/mail/transport.ts';
import { createRunner, type JobEvent, type Runner } from '#jobs/runner.ts';
import { createSchedule } from '#jobs/schedule.ts';
import { type RuleCatalogue, RuleFilesError } from '#rules/catalogue.ts';
import { type WatchEvent, type WatchedRules, watchRules } from '#rules/watch.ts';
import type { Actor } from './domain/actor.ts';
import { type Clock, frozenClock, toInstant } from './domain/clock.ts';
import type { Env } from './env.server.ts';
import { replayErasures } from './erasureReplay.server.ts';
import { openPictureRoom, type PictureRoom } from './pictures.server.ts';
import { createPerform, type Perform } from './procedures/procedure.ts';
import { rejudgeJob } from './procedures/ruleChange/support.ts';
import type { Secrets } from './procedures/secrets.ts';
import { createSecrets } from './secrets.server.ts';
import { openSheetPrinter, type SheetPrinter } from './sheetPrinter.server.ts';
import { errorFields, log } from './web/log.server.ts';
import { paths } from './web/paths.ts';

/** The records that web code hands around; the stores themselves stay behind `read` and `write`. */
export type { Office } from '#db/stores/offices.ts';
export type { Audience, Session } from '#db/stores/sessions.ts';

/** A file of db/queries: the read pool and the actor first, then what the screen asks for. */
export type Query<Viewer extends Actor, Rest extends readonly unknown[], Result> = (
  knex: Knex,
  actor: Viewer,
  ...rest: Rest
) => Promise<Result>;

export type Readiness = { ready: true } | { ready: false; reason: string };

/** Everything a process of ours is made of. */
export type Application = {
  env: Env;
  clock: Clock;
  /** What is in force at this moment; one that is held does not change. */
  readonly rules: RuleCatalogue;
  ruleFiles: WatchedRules;
  secrets: Secrets;
  /** Changes by somebody: permission, schema, transaction, audit, jobs. */
  perform: Perform;
  query<Viewer extends Actor, Rest extends readonly unknown[], Result>(
    query: Query<Viewer, Rest, Result>,
    actor: Viewer,
    ...rest: Rest
  ): Promise<Result>;
  /** Records outside any transaction, on the read pool. */
  read: Stores;
  /** What belongs to nobody's act: sessions and throttles. */
  write: UnitOfWork;
  recordView(view: Omit<View, 'id'>): Promise<void>;
  /** Uploaded files while they are answered, and the pictures that are kept. */
  room: PictureRoom;
  /** Printed sheets as PDF files. */
  sheets: SheetPrinter;
  runner: Runner;
  /** Whether requests can be served: the database takes writes and has the schema of this version. */
  ready(): Promise<Readiness>;
  /** Stops the runner and the watch over the rule files, and closes the database. */
  close(): Promise<void>;
};

/** A reason not to start, for whoever starts the process. */
export class StartRefused extends Error {
  override name = 'StartRefused';
}

/**
 * Builds the application, brings the database up to date and reads the rule files. `rules/` is under the working
 * directory, which is the root of the repository for every command of ours.
 */
export async function compose(env: Env): Promise<Application> {
  await mkdir(env.dataDir, { recursive: true });
  const secrets = createSecrets(env.secret ?? (await generatedSecret(env.dataDir)));
  const clock: Clock = env.now === null ? { now: () => new Date() } : frozenClock(env.now);

  const database = openDatabase(env.database);
  try {
    await refuseNewerSchema(database);
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }

  const unitOfWork = createUnitOfWork(database);
  const read = createStores(database.reader, database.dialect);
  if (env.mode === 'production' && (await read.staff.demoAccounts()).length > 0) {
    await database.close();
    throw new StartRefused(
      'Cannot start: the database holds demo accounts, which everybody can sign in with.',
    );
  }

  const ruleFiles = await openRuleFiles(env, clock, unitOfWork, read).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });

  const sheets = openSheetPrinter();
  const room = openPictureRoom(openPictureFiles(path.join(env.dataDir, 'pictures')));
  const afterStep = faultSeam(env.faultAt);
  const perform = createPerform({
    unitOfWork,
    stores: createStores(database.writer, database.dialect),
    get rules() {
      return ruleFiles.current();
    },
    clock,
    secrets,
    pictures: room.pictures,
    newId,
    jobsWritten: () => runner.wake(),
    afterStep,
  });
  const ledger = openErasureLedger(ledgerFile(env.dataDir), secrets.erasureKey);
  await replayed({ ledger, stores: read, shelf: room.shelf, perform }).catch(async (error: unknown) => {
    await Promise.all([ruleFiles.stop(), sheets.close()]);
    await database.close();
    throw error;
  });
  const transport = createMailTransport(env, unitOfWork, clock);
  const handlers = createHandlers({
    perform,
    stores: read,
    rules: () => ruleFiles.current(),
    secrets,
    transport,
    shelf: room.shelf,
    ledger,
    tellLog: (event, detail) => log('info', event, { detail }),
    links: mailLinks(env.origin),
    write: unitOfWork,
    now: () => toInstant(clock.now()),
    backTest: runBackTestWith(env.database),
  });
  const runner = createRunner({
    unitOfWork,
    clock,
    handlers,
    log: logJobEvent,
    afterStep,
    schedule: createSchedule({ unitOfWork, clock }),
  });

  return {
    env,
    clock,
    get rules() {
      return ruleFiles.current();
    },
    ruleFiles,
    secrets,
    perform,
    query: (query, actor, ...rest) => query(database.reader, actor, ...rest),
    read,
    write: unitOfWork,
    recordView: (view) => unitOfWork((stores) => stores.views.insert({ id: newId(), ...view })),
    room,
    sheets,
    runner,
    ready: () => readiness(database, unitOfWork, clock),
    close: async () => {
      await Promise.all([runner.stop(), ruleFiles.stop(), sheets.close()]);
      await database.close();
    },
  };
}

/** The secret of a demo or test installation: made once, kept beside the data, readable by its owner only. */
async function generatedSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'secret');
  await writeFile(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(
    (error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    },
  );
  return (await readFile(file, 'utf8')).trim();
}

/** Names of the migrations the database has been through; none before the first. */
async function appliedMigrations(knex: Knex): Promise<string[]> {
  if (!(await knex.schema.hasTable('schema_migration'))) return [];
  return knex('schema_migration').orderBy('id').pluck('name');
}

async function refuseNewerSchema(database: Database): Promise<void> {
  const known = await migrationSource.getMigrations([]);
  const applied = await appliedMigrations(database.writer);
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new StartRefused(
    `Cannot start: the database is at ${applied.at(-1)}, this version knows up to ${known.at(-1)}.`,
  );
}

/** The rule files beside the versions this installation knows. Nothing known and a broken file: there is nothing to start with. */
async function openRuleFiles(
  env: Env,
  clock: Clock,
  unitOfWork: UnitOfWork,
  read: Stores,
): Promise<WatchedRules> {
  try {
    return await watchRules({
      directory: env.rulesDir,
      shelf: {
        names: read.ruleVersions.names,
        find: read.ruleVersions.find,
        keep: (versions) =>
          unitOfWork(async ({ ruleVersions, jobs }) => {
            const firstSeenAt = toInstant(clock.now());
            const known = new Set((await ruleVersions.names()).map(({ ruleSet }) => ruleSet));
            for (const version of versions) {
              await ruleVersions.keep({ ...version, firstSeenAt });
              if (known.has(version.ruleSet))
                await jobs.enqueue(rejudgeJob(version, firstSeenAt), firstSeenAt, newId());
            }
          }),
      },
      report: logRuleFiles,
    });
  } catch (error) {
    if (!(error instanceof RuleFilesError)) throw error;
    throw new StartRefused(`Cannot start: rule files have problems.\n${error.message}`);
  }
}

function logRuleFiles(found: WatchEvent): void {
  if (found.event === 'failed') {
    log('error', 'rules-not-read', { error: errorFields(found.error) });
  } else if (found.event === 'known') {
    for (const { ruleSet, version } of found.versions)
      log('info', 'rule-version', { detail: `${ruleSet}@${version}` });
  } else if (found.places.length === 0) {
    log('info', 'rule-files-mended');
  } else {
    for (const detail of found.places) log('warn', 'rule-file-problem', { detail });
  }
}

/** The kill tests end the process at a named step, as a power cut would. */
function faultSeam(faultAt: string | null): (step: string) => void {
  if (faultAt === null) return () => {};
  return (step) => {
    if (step === faultAt) process.kill(process.pid, 'SIGKILL');
  };
}

function createMailTransport(env: Env, unitOfWork: UnitOfWork, clock: Clock): Transport {
  const server = env.smtpUrl === null ? {} : { smtpUrl: env.smtpUrl };
  if (env.mode === 'production') return createTransport({ ...server, from: senderOf(env.origin) });
  return createTransport({
    ...server,
    from: senderOf(env.origin),
    keepCopy: (copy) =>
      unitOfWork((stores) =>
        stores.outboxMails.insert({ id: newId(), sentAt: toInstant(clock.now()), ...copy }),
      ),
  });
}

const mailLinks = (origin: string) => ({
  login: `${origin}${paths.mypage.login()}`,
  start: `${origin}${paths.mypage.start()}`,
  startKey: `${origin}${paths.mypage.startKey()}`,
  emailKey: `${origin}${paths.mypage.accountEmailKey()}`,
  forgot: `${origin}${paths.mypage.forgot()}`,
  posting: (id: string) => `${origin}${paths.mypage.posting(id)}`,
  change: (id: string) => `${origin}${paths.mypage.change(id)}`,
  images: `${origin}${paths.mypage.images()}`,
});

/** Whoever a restored backup has brought back is erased again before anything is served. */
async function replayed(tools: Parameters<typeof replayErasures>[0]): Promise<void> {
  try {
    const { again } = await replayErasures(tools);
    if (again > 0) log('warn', 'erasures-replayed', { detail: String(again) });
  } catch (error) {
    if (error instanceof ForeignLedger) throw new StartRefused(`Cannot start: ${error.message}`);
    throw error;
  }
}

function logJobEvent({ event, jobId, kind, attempts, code, error }: JobEvent): void {
  const level = event === 'job.retried' || event === 'job.leaseLost' ? 'warn' : 'error';
  log(level, event, {
    job: { id: jobId, kind, attempts, code },
    ...(error ? { error: errorFields(error) } : {}),
  });
}

async function readiness(database: Database, unitOfWork: UnitOfWork, clock: Clock): Promise<Readiness> {
  try {
    const now = toInstant(clock.now());
    await unitOfWork((stores) => stores.throttles.count('readiness', now, now));
    const applied = await appliedMigrations(database.reader);
    const known = await migrationSource.getMigrations([]);
    return applied.at(-1) === known.at(-1) ? { ready: true } : { ready: false, reason: 'schema' };
  } catch (error) {
    log('error', 'not-ready', { error: errorFields(error) });
    return { ready: false, reason: 'database' };
  }
}
