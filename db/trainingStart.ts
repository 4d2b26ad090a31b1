import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Training } from '#app/domain/training.ts';
import { type Database, migrate, openDatabase } from './connection.ts';
import { createStores } from './stores/index.ts';

/** The invented data of a training as they were at its beginning: a copy of the database and of its pictures. */

const startFile = (dataDir: string): string => path.join(dataDir, 'start.sqlite');
const startPictures = (dataDir: string): string => path.join(dataDir, 'start-pictures');
const pictures = (dataDir: string): string => path.join(dataDir, 'pictures');

/** Not the training's data: who is signed in, the clock, and the schema's own book. */
const kept = ['session', 'training', 'schema_migration', 'schema_migration_lock'];

export async function keepStart(database: Database, dataDir: string): Promise<void> {
  await removeStart(dataDir);
  await database.writer.raw('VACUUM INTO ?', [startFile(dataDir)]);
  if (existsSync(pictures(dataDir))) await cp(pictures(dataDir), startPictures(dataDir), { recursive: true });
}

export async function removeStart(dataDir: string): Promise<void> {
  await rm(startFile(dataDir), { force: true });
  await rm(startPictures(dataDir), { recursive: true, force: true });
}

/** Brings the copy to the schema of this version, so that its rows fit. */
export async function migrateStart(dataDir: string): Promise<void> {
  if (!existsSync(startFile(dataDir))) return;
  const start = openDatabase({ dialect: 'sqlite', file: startFile(dataDir) });
  try {
    await migrate(start);
  } finally {
    await start.close();
  }
}

/**
 * Puts every row back in one transaction, with the clock set by `offsetOf`. Whoever is signed in stays so: the sessions
 * move with the clock. Triggers that keep rows from being changed stand aside meanwhile.
 */
export async function restoreStart(
  database: Database,
  dataDir: string,
  offsetOf: (training: Training) => number,
): Promise<void> {
  const { writer } = database;
  await writer.raw('ATTACH DATABASE ? AS start', [startFile(dataDir)]);
  try {
    await writer.transaction(async (transaction) => {
      await transaction.raw('PRAGMA defer_foreign_keys=ON');
      const named = (type: string) => transaction('sqlite_master').where({ type });
      const triggers: { name: string; sql: string }[] = await named('trigger').select('name', 'sql');
      const tables: string[] = await named('table')
        .whereNot('name', 'like', 'sqlite_%')
        .whereNotIn('name', kept)
        .pluck('name');
      for (const { name } of triggers) await transaction.raw('DROP TRIGGER ??', [name]);
      for (const table of tables) await transaction(table).delete();
      for (const table of tables)
        await transaction(table).insert(transaction.withSchema('start').from(table).select('*'));
      for (const { sql } of triggers) await transaction.raw(sql);

      const { training: store } = createStores(transaction, database.dialect);
      const training = await store.find();
      if (training === undefined) throw new Error('The database is not one for training.');
      const offset = offsetOf(training);
      await store.setOffset(offset, (offset - training.offsetSeconds) * 1_000);
      await store.wentBack();
    });
  } finally {
    await writer.raw('DETACH DATABASE start');
  }
  if (existsSync(startPictures(dataDir)))
    await cp(startPictures(dataDir), pictures(dataDir), { recursive: true });
}
