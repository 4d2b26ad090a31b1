import { spawnSync } from 'node:child_process';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DatabaseSettings, migrate, openDatabase } from '#db/connection.ts';
import { type SmtpSink, smtpSink } from '#test/jobs/support/smtpSink.ts';
import type { TestDatabase } from '#test/support/database.ts';
import { ownPostgres } from '#test/support/ownPostgres.ts';
import { type FragileRedis, fragileRedis } from '#test/support/redis.ts';
import { freePort, type RunningServer, startServer, startWorker } from '#test/support/server.ts';
import { openOffice, type World } from '#test/support/world.ts';

/** A place for one process, which can be started there again and again. */
export type Machine = {
  name: string;
  role: 'web' | 'worker';
  /** Where its web server answers; null for a worker. */
  origin: string | null;
  start(environment?: Record<string, string>): Promise<RunningServer>;
};

/** The clock of every process of the installation: it runs, and can be moved. */
export type SharedClock = { now(): Date; moveBy(milliseconds: number): Promise<void> };

/** Everything of ハローワーク架空野 that runs somewhere: processes, database, mail server, Redis. */
export type Installation = {
  name: string;
  database: TestDatabase;
  office: World;
  clock: SharedClock;
  mail: SmtpSink;
  redis: FragileRedis | null;
  machines: readonly Machine[];
  /** DATA_DIR of every machine. */
  folder: string;
  /** Whether the folder is a file system of its own that is small enough to be filled. */
  smallDisk: boolean;
  /** Ends what still runs, and takes everything away. */
  close(): Promise<void>;
};

const morning = '2026-11-24T10:00:00+09:00';

async function sharedClock(folder: string): Promise<SharedClock & { file: string }> {
  const file = path.join(folder, 'clock');
  let ahead = Date.parse(morning) - Date.now();
  const write = async (): Promise<void> => {
    // Whole or not at all: a process may read at any moment.
    await writeFile(`${file}.part`, String(ahead));
    await rename(`${file}.part`, file);
  };
  await write();
  return {
    file,
    now: () => new Date(Date.now() + ahead),
    moveBy: async (milliseconds) => {
      ahead += milliseconds;
      await write();
    },
  };
}

/** Makes the folder a file system of 128 MB, where the user may; the data of a run need less. */
const mountSmall = (folder: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128m', 'tmpfs', folder], { stdio: 'ignore' }).status === 0;

export type InstallationPlan = {
  name: string;
  /** A PostgreSQL server, or null for an SQLite file. */
  postgres: string | null;
  /** A Redis server, or null for jobs inside the web process. */
  redis: string | null;
  webs: number;
  workers: number;
  staffPassword?: string;
};

/** Prepares the database and its office; no process runs yet. */
export async function openInstallation(plan: InstallationPlan): Promise<Installation> {
  const folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-chaos-'));
  const smallDisk = plan.postgres === null && mountSmall(folder);
  const clock = await sharedClock(folder);
  const server = plan.postgres === null ? null : await ownPostgres(plan.postgres);
  const settings: DatabaseSettings =
    server === null
      ? { dialect: 'sqlite', file: path.join(folder, 'madoguchi.sqlite') }
      : { dialect: 'postgres', url: server.url };
  const opened = openDatabase(settings);
  await migrate(opened);
  const database = { ...opened, settings };
  const { staffPassword } = plan;
  const office = await openOffice(
    database,
    clock.now().toISOString(),
    staffPassword === undefined ? {} : { staffPassword },
  );
  const mail = await smtpSink();
  const redis = plan.redis === null ? null : await fragileRedis(plan.redis);

  const environment = {
    DATA_DIR: folder,
    SMTP_URL: mail.url,
    CLOCK_FILE: clock.file,
    ...(server === null ? {} : { DATABASE_URL: server.url }),
    ...(redis === null ? {} : { REDIS_URL: redis.url }),
  };
  const alive = new Set<RunningServer>();
  const watched = async (starting: Promise<RunningServer>): Promise<RunningServer> => {
    const server = await starting;
    alive.add(server);
    void server.ended.then(() => alive.delete(server));
    return server;
  };
  const webs = await Promise.all(
    Array.from({ length: plan.webs }, async (_, index): Promise<Machine> => {
      const port = String(await freePort());
      return {
        name: `web-${index + 1}`,
        role: 'web',
        origin: `http://127.0.0.1:${port}`,
        start: (more = {}) => watched(startServer({ ...environment, PORT: port, ...more })),
      };
    }),
  );
  const workers = Array.from(
    { length: plan.workers },
    (_, index): Machine => ({
      name: `worker-${index + 1}`,
      role: 'worker',
      origin: null,
      start: (more = {}) => watched(startWorker({ ...environment, ...more })),
    }),
  );

  return {
    name: plan.name,
    database,
    office,
    clock,
    mail,
    redis,
    machines: [...webs, ...workers],
    folder,
    smallDisk,
    close: async () => {
      await Promise.all([...alive].map((server) => server.stop()));
      await mail.close();
      await redis?.close();
      await database.close();
      await server?.drop();
      if (smallDisk) spawnSync('umount', ['--lazy', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
