import { mkdirSync } from 'node:fs';
import path from 'node:path';
import knex, { type Knex } from 'knex';
import { postgresReader, postgresWriter, sqliteReader, sqliteWriter } from './knexfile.ts';
import { migrationSource } from './migrations/index.ts';

export type Dialect = 'sqlite' | 'postgres';

/** A writer, and a pool of readers that cannot write. On SQLite the writer is one connection. */
export type Database = { dialect: Dialect; writer: Knex; reader: Knex; close(): Promise<void> };

export type DatabaseSettings =
  | { dialect: 'sqlite'; file: string }
  | { dialect: 'postgres'; url: string; schema?: string };

const opened = (dialect: Dialect, writer: Knex, reader: Knex): Database => ({
  dialect,
  writer,
  reader,
  close: async () => {
    await reader.destroy();
    await writer.destroy();
  },
});

/** Opens the database; nothing is migrated by opening it. */
export function openDatabase(settings: DatabaseSettings): Database {
  if (settings.dialect === 'postgres') {
    const { url, schema } = settings;
    return opened('postgres', knex(postgresWriter(url, schema)), knex(postgresReader(url, schema)));
  }
  mkdirSync(path.dirname(settings.file), { recursive: true });
  return opened('sqlite', knex(sqliteWriter(settings.file)), knex(sqliteReader(settings.file)));
}

/** Only readers, for a thread that must not write; `destroy()` closes them. */
export const openReader = (settings: DatabaseSettings): Knex =>
  settings.dialect === 'postgres'
    ? knex(postgresReader(settings.url, settings.schema))
    : knex(sqliteReader(settings.file));

/** Brings the schema up to date; safe to call at every start and from several processes. */
export async function migrate(database: Database): Promise<void> {
  await database.writer.migrate.latest({ migrationSource, tableName: 'schema_migration' });
}
