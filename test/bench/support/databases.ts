import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Database, openDatabase } from '#db/connection.ts';
import { postgresUrls } from '#test/support/postgres.mjs';

async function onSqlite(work: (database: Database) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-bench-'));
  const database = openDatabase({ dialect: 'sqlite', file: path.join(folder, 'bench.sqlite') });
  try {
    await work(database);
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function answers(database: Database): Promise<boolean> {
  try {
    await database.writer.raw('select 1');
    return true;
  } catch {
    await database.close();
    return false;
  }
}

async function onPostgres(work: (database: Database) => Promise<void>): Promise<boolean> {
  for (const url of postgresUrls()) {
    const schema = `bench_${randomUUID().replaceAll('-', '')}`;
    const database = openDatabase({ dialect: 'postgres', url, schema });
    if (!(await answers(database))) continue;
    try {
      await database.writer.schema.createSchema(schema);
      await work(database);
    } finally {
      await database.writer.raw('drop schema if exists ?? cascade', [schema]);
      await database.close();
    }
    return true;
  }
  return false;
}

/** Does the work on a fresh, empty SQLite file and, if a server answers, in an empty schema of PostgreSQL. */
export async function onEveryDatabase(
  say: (line: string) => void,
  work: (database: Database) => Promise<void>,
): Promise<void> {
  await onSqlite(work);
  if (!(await onPostgres(work))) say('no PostgreSQL lets us in: SQLite only');
}
