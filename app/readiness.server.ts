import { statfs } from 'node:fs/promises';
import { appliedMigrations, type Database } from '#db/connection.ts';
import { migrationSource } from '#db/migrations/index.ts';
import type { Stores } from '#db/stores/index.ts';
import type { UnitOfWork } from '#db/unitOfWork.ts';
import type { Queue } from '#jobs/queue.ts';
import { type Clock, toInstant } from './domain/clock.ts';
import { errorFields, log } from './web/log.server.ts';

/** What somebody has to look after while requests are still served well. */
export type Weakness = 'disk' | 'jobs' | 'redis';

/** Whether requests can be served, and what is wrong although they can. */
export type Readiness =
  | { ready: true; weaknesses: readonly Weakness[] }
  | { ready: false; reason: 'database' | 'schema' };

/** Below this much free space somebody has to make room. Bytes. */
const leastFreeBytes = 268_435_456;

/** A job that has been due for longer means that nobody runs them. Milliseconds. */
const longestDueMs = 900_000;

type Looked = {
  database: Database;
  unitOfWork: UnitOfWork;
  read: Pick<Stores, 'jobs'>;
  clock: Clock;
  /** Where the data lie. */
  freeBytes(): Promise<number>;
  /** What jobs wait for outside the database. */
  missing: Queue['missing'];
};

/** Bytes that a process of ours may still write into that folder. */
export async function freeBytesIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/**
 * Looks whether the database takes a write and has the schema of this version; without that no request can be served.
 * Little room on the disk, a Redis that is away and jobs that nobody runs do not stop anybody: to send requests elsewhere would not mend them.
 */
export async function readiness(looked: Looked): Promise<Readiness> {
  const { database, unitOfWork, read, clock, freeBytes, missing } = looked;
  try {
    const now = clock.now();
    const instant = toInstant(now);
    await unitOfWork((stores) => stores.throttles.count('readiness', instant, instant));
    const applied = await appliedMigrations(database.reader);
    if (applied.at(-1) !== (await migrationSource.getMigrations([])).at(-1))
      return { ready: false, reason: 'schema' };

    const oldest = await read.jobs.oldestDue(instant);
    const weaknesses: Weakness[] = [];
    if ((await freeBytes()) < leastFreeBytes) weaknesses.push('disk');
    if (oldest !== undefined && now.getTime() - Date.parse(oldest) > longestDueMs) weaknesses.push('jobs');
    const gone = missing();
    if (gone !== null) weaknesses.push(gone);
    for (const detail of weaknesses) log('warn', 'degraded', { detail });
    return { ready: true, weaknesses };
  } catch (error) {
    log('error', 'not-ready', { error: errorFields(error) });
    return { ready: false, reason: 'database' };
  }
}
