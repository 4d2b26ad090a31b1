import { existsSync } from 'node:fs';
import knex, { type Knex } from 'knex';
import type { DatabaseSettings } from './connection.ts';
import { postgresWriter, sqliteWriter } from './knexfile.ts';
import { Refused } from './refused.ts';
import { isBusy } from './rows.ts';

const inUse = (): Refused =>
  new Refused('Somebody uses these data. Stop every server and worker of the installation first.');

const isUnreadable = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes(String(error.code));

/**
 * Takes the data for itself and resolves with what lets them go again. On SQLite nobody else can open the file
 * meanwhile, and its write-ahead log is part of it; a file that is no database any more is nobody's.
 * @throws Refused while a process has the database open
 */
export async function takeAlone(settings: DatabaseSettings): Promise<() => Promise<void>> {
  if (settings.dialect === 'postgres') {
    const database = knex(postgresWriter(settings.url));
    const { rows } = await database
      .raw(
        `select count(*) as others from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
      )
      .finally(() => database.destroy());
    if (rows[0].others > 0) throw inUse();
    return async () => {};
  }
  if (!existsSync(settings.file)) return async () => {};
  const database = knex(sqliteWriter(settings.file));
  try {
    await closeLog(database);
  } catch (error) {
    await database.destroy();
    if (isBusy(error)) throw inUse();
    if (isUnreadable(error)) return async () => {};
    throw error;
  }
  return async () => {
    await database.raw('rollback');
    await database.destroy();
  };
}

/** Leaving the write-ahead log needs the file alone, whatever others are doing with it at the moment. */
async function closeLog(database: Knex): Promise<void> {
  await database.raw('pragma journal_mode = delete');
  await database.raw('pragma locking_mode = exclusive');
  await database.raw('begin exclusive');
}
