import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, onTestFinished } from 'vitest';
import { type Database, type DatabaseSettings, migrate, openDatabase } from '#db/connection.ts';

/** A migrated database of a test, with the settings by which another process opens the same one. */
export type TestDatabase = Database & { settings: DatabaseSettings };

/** Opens one more fresh database; it is closed and removed after the test, or after the file where no test runs yet. */
export type OpenDatabase = () => Promise<TestDatabase>;

const postgresUrl = process.env.TEST_DATABASE_URL;

/** The file that every SQLite database of this test file is a copy of: migrated once. */
let baseFile: Promise<string> | undefined;

async function migratedBase(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-base-'));
  const file = path.join(folder, 'madoguchi.sqlite');
  const database = openDatabase({ dialect: 'sqlite', file });
  await migrate(database);
  // Closing the last connection moves the write-ahead log into the file.
  await database.close();
  untilTheEnd.push(() => rm(folder, { recursive: true, force: true }));
  return file;
}

async function freshSqlite(): Promise<{
  settings: DatabaseSettings;
  remove(database: Database): Promise<void>;
}> {
  baseFile ??= migratedBase();
  const folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-test-'));
  const file = path.join(folder, 'madoguchi.sqlite');
  await copyFile(await baseFile, file);
  return {
    settings: { dialect: 'sqlite', file },
    remove: async (database) => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Migrated PostgreSQL schemas of this file that no test uses at the moment. */
const idleSchemas: string[] = [];
/** What migrations themselves have written, by table: the state a schema goes back to. */
let migratedRows: ReadonlyMap<string, readonly object[]> | undefined;

const tablesIn = async (database: Database, schema: string): Promise<string[]> => {
  const { rows } = await database.writer.raw('select tablename from pg_tables where schemaname = ?', [
    schema,
  ]);
  return rows.map(({ tablename }: { tablename: string }) => tablename).toSorted();
};

async function rowsIn(database: Database, schema: string): Promise<Map<string, readonly object[]>> {
  const found = new Map<string, readonly object[]>();
  for (const table of await tablesIn(database, schema)) found.set(table, await database.writer(table));
  return found;
}

/**
 * Puts a schema back to what the migrations have made: emptying takes a tenth of migrating another one. False where the
 * test has changed the tables themselves.
 */
async function emptied(database: Database, schema: string): Promise<boolean> {
  const before = migratedRows;
  const tables = await tablesIn(database, schema);
  if (before === undefined || tables.join() !== [...before.keys()].join()) return false;
  const applied = await database.writer('schema_migration').count('* as count').first();
  if (Number(applied?.count) !== before.get('schema_migration')?.length) return false;
  await database.writer.transaction(async (transaction) => {
    await transaction.raw('set local session_replication_role = replica');
    const all = tables.filter((table) => table !== 'schema_migration');
    await transaction.raw(all.map((table) => `delete from "${table}"`).join('; '));
    for (const table of all) {
      const rows = before.get(table) ?? [];
      if (rows.length > 0) await transaction(table).insert(rows);
    }
  });
  return true;
}

function freshPostgres(url: string): {
  settings: DatabaseSettings;
  prepare(database: Database): Promise<void>;
  remove(database: Database): Promise<void>;
} {
  const used = idleSchemas.pop();
  const schema = used ?? `test_${randomUUID().replaceAll('-', '')}`;
  return {
    settings: { dialect: 'postgres', url, schema },
    prepare: async (database) => {
      if (used !== undefined) return;
      await database.writer.schema.createSchema(schema);
      await migrate(database);
      migratedRows ??= await rowsIn(database, schema);
    },
    remove: async (database) => {
      if (await emptied(database, schema).catch(() => false)) idleSchemas.push(schema);
      else await database.writer.raw('drop schema ?? cascade', [schema]);
      await database.close();
    },
  };
}

/** What the end of the file takes away. */
const untilTheEnd: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const remove of untilTheEnd) await remove();
  if (!postgresUrl || idleSchemas.length === 0) return;
  const database = openDatabase({ dialect: 'postgres', url: postgresUrl, schema: 'public' });
  for (const schema of idleSchemas) await database.writer.raw('drop schema ?? cascade', [schema]);
  await database.close();
});

/** After the running test; after the file when none runs (a database of a whole suite). */
function afterwards(remove: () => Promise<void>): void {
  try {
    onTestFinished(remove);
  } catch {
    untilTheEnd.push(remove);
  }
}

/**
 * A fresh migrated database: an SQLite file in a folder of its own, or a PostgreSQL schema of its own where the test
 * asks for one and TEST_DATABASE_URL names a server.
 */
export async function testDatabase(dialect: Database['dialect'] = 'sqlite'): Promise<TestDatabase> {
  if (dialect === 'postgres' && !postgresUrl)
    throw new Error('TEST_DATABASE_URL names no PostgreSQL server.');
  const fresh =
    dialect === 'postgres' && postgresUrl
      ? freshPostgres(postgresUrl)
      : { ...(await freshSqlite()), prepare: null };
  const database = openDatabase(fresh.settings);
  afterwards(() => fresh.remove(database));
  await fresh.prepare?.(database);
  return { ...database, settings: fresh.settings };
}

/** The same suite on SQLite and, when TEST_DATABASE_URL is set, on PostgreSQL. */
export function describeOnEveryDatabase(title: string, suite: (open: OpenDatabase) => void): void {
  describe(`${title} (SQLite)`, () => suite(() => testDatabase('sqlite')));
  if (postgresUrl) describe(`${title} (PostgreSQL)`, () => suite(() => testDatabase('postgres')));
}
