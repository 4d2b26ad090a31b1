import { mkdirSync } from 'node:fs';
import path from 'node:path';
import knex, { type Knex } from 'knex';
import { postgresReader, postgresWriter, sqliteReader, sqliteWriter } from './knexfile.ts';
import { migrationSource } from './migrations/index.ts';
import { withPatience } from './patience.ts';

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

/** Number of the advisory lock under which one process at a time changes the schema of a PostgreSQL database. */
const schemaLock = 0x6d61646f;

/** How long a process waits while another one changes the schema of the same SQLite file. */
const patienceMs = 600_000;

/** Names of the migrations the database has been through, in their order; none before the first. */
export async function appliedMigrations(knex: Knex): Promise<string[]> {
  if (!(await knex.schema.hasTable('schema_migration'))) return [];
  return knex('schema_migration').orderBy('id').pluck('name');
}

/**
 * Brings the schema up to date; safe to call at every start and from several processes at once: each waits for the one
 * before. Everything that is missing is done in one transaction, so that a migration that fails, or a process that ends
 * in the middle, leaves the schema with which the version before goes on. Knex's own runner commits one migration at a
 * time, and its lock outlives a process that was killed.
 */
export async function migrate(database: Database, source = migrationSource): Promise<void> {
  const all = await source.getMigrations([]);
  await withPatience(
    () =>
      database.writer.transaction(async (transaction) => {
        if (database.dialect === 'postgres')
          await transaction.raw('select pg_advisory_xact_lock(?)', [schemaLock]);
        const applied = await appliedMigrations(transaction);
        const missing = all.filter((name) => !applied.includes(name));
        if (missing.length > 0 && applied.length === 0) await createMigrationTable(transaction);
        for (const name of missing) {
          await (await source.getMigration(name)).up(transaction);
          await transaction('schema_migration').insert({ name, batch: 1, migration_time: new Date() });
        }
      }),
    { milliseconds: patienceMs },
  );
}

async function createMigrationTable(knex: Knex): Promise<void> {
  if (await knex.schema.hasTable('schema_migration')) return;
  await knex.schema.createTable('schema_migration', (t) => {
    t.increments('id');
    t.string('name').notNullable();
    t.integer('batch').notNullable();
    t.timestamp('migration_time').notNullable();
  });
}
