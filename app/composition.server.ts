import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import { runBackTestWith } from '#db/backTestThread.ts';
import { isRestoring } from '#db/backup/marker.ts';
import { appliedMigrations, type Database, migrate, openDatabase } from '#db/connection.ts';
import { ForeignLedger, ledgerFile, openErasureLedger } from '#db/erasureLedger.ts';
import { openPictureFiles } from '#db/files.ts';
import { migrationSource } from '#db/migrations/index.ts';
import { createStores, type Stores } from '#db/stores/index.ts';
import type { View } from '#db/stores/views.ts';
import { migrateStart, restoreStart } from '#db/trainingStart.ts';
import { createUnitOfWork, type UnitOfWork } from '#db/unitOfWork.ts';
import { createBullQueue } from '#jobs/bull.ts';
import type { JobEvent } from '#jobs/execution.ts';
import { createHandlers } from '#jobs/handlers/index.ts';
import { type CataloguedMail, mailCatalogue } from '#jobs/mail/catalogue/index.ts';
import { createTransport, senderOf, type Transport } from '#jobs/mail/transport.ts';
import type { Queue } from '#jobs/queue.ts';
import { createRunner } from '#jobs/runner.ts';
import { createSchedule, schedule } from '#jobs/schedule.ts';
import { type RuleCatalogue, RuleFilesError } from '#rules/catalogue.ts';
import { type WatchEvent, type WatchedRules, watchRules } from '#rules/watch.ts';
import type { Actor } from './domain/actor.ts';
import { businessDate, type Clock, frozenClock, toInstant } from './domain/clock.ts';
import type { SweepTime } from './domain/sweep.ts';
import { trainingClock } from './domain/training.ts';
import type { Env } from './env.server.ts';
import { replayErasures } from './erasureReplay.server.ts';
import { createMetrics, type Metrics } from './metrics.server.ts';
import { openPictureRoom, type PictureRoom } from './pictures.server.ts';
import { createPerform, type Perform } from './procedures/procedure.ts';
import { rejudgeJob } from './procedures/ruleChange/support.ts';
import type { Secrets } from './procedures/secrets.ts';
import { freeBytesIn, type Readiness, readiness } from './readiness.server.ts';
import { createSecrets } from './secrets.server.ts';
import { openSheetPrinter, type SheetPrinter } from './sheetPrinter.server.ts';
import { openTraining, type TrainingDriver } from './training.server.ts';
import { errorFields, type LogLevel, log } from './web/log.server.ts';
import { paths } from './web/paths.ts';

/** The records that web code hands around; the stores themselves stay behind `read` and `write`. */
export type { Office } from '#db/stores/offices.ts';
export type { Audience, Session } from '#db/stores/sessions.ts';
export type { CataloguedMail } from '#jobs/mail/catalogue/index.ts';

/** A file of db/queries: the read pool and the actor first, then what the screen asks for. */
export type Query<Viewer extends Actor, Rest extends readonly unknown[], Result> = (
  knex: Knex,
  actor: Viewer,
  ...rest: Rest
) => Promise<Result>;

/** Everything a process of ours is made of. */
export type Application = {
  env: Env;
  clock: Clock;
  /** What is in force at this moment; one that is held does not change. */
  readonly rules: RuleCatalogue;
  readonly ruleFiles: WatchedRules;
  /** null anywhere but in 練習モード. */
  training: TrainingDriver | null;
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
  /** What makes jobs run, in this process or in others. */
  queue: Queue;
  /** Every kind of mail, for the page that shows them. */
  mailCatalogue(): readonly CataloguedMail[];
  metrics: Metrics;
  /** What happens by itself. */
  sweeps: readonly SweepTime[];
  /** Whether requests can be served: the database takes writes and has the schema of this version. */
  ready(): Promise<Readiness>;
  /** Stops the jobs and the watch over the rule files, and closes the database. */
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
  if (isRestoring(env.dataDir))
    throw new StartRefused(
      'Cannot start: a restore was not finished. Run it again: npm run restore -- BACKUP --yes',
    );
  const secrets = await secretsOf(env);
  const real = clockOf(env);
  const moved = trainingClock(real);
  const clock: Clock = env.training ? moved : real;

  const database = openDatabase(env.database);
  try {
    await refuseNewerSchema(database);
    await refuseOtherKind(env, database);
    await migrate(database);
    if (env.training) await makeReady(env, database);
  } catch (error) {
    await database.close();
    throw error;
  }

  const freeBytes = () => freeBytesIn(env.dataDir);
  const metrics = createMetrics(() => ({
    clock,
    read,
    rules: () => ruleFiles.current(),
    ruleFilesWithProblems: () =>
      new Set(ruleFiles.problems(businessDate(clock.now())).map(({ file }) => file)).size,
    freeBytes,
  }));
  const unitOfWork = createUnitOfWork(database, { onBusy: metrics.databaseBusy });
  const read = createStores(database.reader, database.dialect);
  if (env.mode === 'production' && (await read.staff.demoAccounts()).length > 0) {
    await database.close();
    throw new StartRefused(
      'Cannot start: the database holds demo accounts, which everybody can sign in with.',
    );
  }

  moved.set((await read.training.find())?.offsetSeconds ?? 0);
  let ruleFiles = await openRuleFiles(env, clock, unitOfWork, read).catch(async (error: unknown) => {
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
    jobsWritten: () => queue.wake(),
    afterStep,
  });
  const transport = metrics.counting(createMailTransport(env, unitOfWork, clock));
  const ledger = openErasureLedger(ledgerFile(env.dataDir), secrets.erasureKey);
  await replayed({ ledger, stores: read, shelf: room.shelf, perform }).catch(async (error: unknown) => {
    await Promise.all([ruleFiles.stop(), sheets.close()]);
    await database.close();
    throw error;
  });
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
  const jobs = {
    unitOfWork,
    clock,
    handlers,
    log: logJobEvent,
    afterStep,
    schedule: createSchedule({ unitOfWork, clock }),
  };
  const { redisUrl, runsJobs } = env;
  const queue =
    redisUrl === null
      ? createRunner(jobs)
      : createBullQueue({ ...jobs, redisUrl, works: runsJobs, jobs: read.jobs });

  const training = openTraining({
    clock: moved,
    real,
    unitOfWork,
    read,
    sweeps: schedule,
    wake: () => queue.wake(),
    restore: (offsetOf) => restoreStart(database, env.dataDir, offsetOf),
    // Versions that were approved in the training are gone, and nothing that is known is ever forgotten.
    wentBack: async () => {
      await ruleFiles.stop();
      ruleFiles = await openRuleFiles(env, clock, unitOfWork, read);
      ruleFiles.start();
    },
    failed: (error) => log('error', 'training-not-moved', { error: errorFields(error) }),
  });

  return {
    env,
    clock,
    get rules() {
      return ruleFiles.current();
    },
    get ruleFiles() {
      return ruleFiles;
    },
    training: env.training ? training : null,
    secrets,
    perform,
    query: (query, actor, ...rest) => query(database.reader, actor, ...rest),
    read,
    write: unitOfWork,
    recordView: (view) => unitOfWork((stores) => stores.views.insert({ id: newId(), ...view })),
    room,
    sheets,
    queue,
    mailCatalogue,
    metrics,
    sweeps: schedule,
    ready: () => readiness({ database, unitOfWork, read, clock, freeBytes, missing: queue.missing }),
    close: async () => {
      await training.stop();
      await Promise.all([queue.stop(), ruleFiles.stop(), sheets.close()]);
      await database.close();
    },
  };
}

/** The keys of an installation, out of its one secret. */
export const secretsOf = async (env: Pick<Env, 'secret' | 'dataDir'>): Promise<Secrets> =>
  createSecrets(env.secret ?? (await generatedSecret(env.dataDir)));

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

async function refuseNewerSchema(database: Database): Promise<void> {
  const known = await migrationSource.getMigrations([]);
  const applied = await appliedMigrations(database.writer);
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new StartRefused(
    `Cannot start: the database is at ${applied.at(-1)}, this version knows up to ${known.at(-1)}.`,
  );
}

/** A year of days is thousands of commits, and invented data can be made anew: they do not wait for the disk. */
async function makeReady(env: Env, database: Database): Promise<void> {
  await database.writer.raw('PRAGMA synchronous=OFF');
  await migrateStart(env.dataDir);
}

/** A training opens nothing but a training database or an empty one, and nothing else opens a training database. */
async function refuseOtherKind(env: Env, database: Database): Promise<void> {
  const { writer } = database;
  const holdsRows = async (table: string): Promise<boolean> =>
    (await writer.schema.hasTable(table)) && (await writer(table).first()) !== undefined;
  const marked = await holdsRows('training');
  if (marked && !env.training)
    throw new StartRefused('Cannot start: the database is one for training; use: npm run training');
  if (env.training && !marked && (await holdsRows('office')))
    throw new StartRefused(
      'Cannot start: TRAINING is set, and the database was not made for training; nothing was changed. To start over: npm run training -- --reset',
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

function clockOf({ now, clockFile }: Env): Clock {
  if (now !== null) return frozenClock(now);
  if (clockFile === null) return { now: () => new Date() };
  return { now: () => new Date(Date.now() + Number(readFileSync(clockFile, 'utf8'))) };
}

function createMailTransport(env: Env, unitOfWork: UnitOfWork, clock: Clock): Transport {
  const server = {
    ...(env.smtpUrl === null ? {} : { smtpUrl: env.smtpUrl }),
    tls: env.smtpTls,
    from: senderOf(env.origin),
  };
  if (env.mode === 'production') return createTransport(server);
  return createTransport({
    ...server,
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

const jobEventLevels: Readonly<Record<JobEvent['event'], LogLevel>> = {
  'job.retried': 'warn',
  'job.leaseLost': 'warn',
  'job.dead': 'error',
  'runner.failed': 'error',
  'redis.lost': 'error',
  'redis.back': 'info',
};

function logJobEvent({ event, jobId, kind, attempts, code, error }: JobEvent): void {
  log(jobEventLevels[event], event, {
    job: { id: jobId, kind, attempts, code },
    ...(error ? { error: errorFields(error) } : {}),
  });
}
