import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Database, type DatabaseSettings, migrate, openDatabase } from '#db/connection.ts';
import type { TestDatabase } from './database.ts';
import { postgresUrls } from './postgres.mjs';

/** A migrated database of its own that a server can be started on, and the folder of that server. */
export type OwnDatabase = TestDatabase & {
  folder: string;
  /** Of the database on the server; of SQLite it is the file. */
  name: string;
  /** What tells a server where it is. */
  environment: Record<string, string>;
  remove(): Promise<void>;
};

async function opened(
  folder: string,
  settings: DatabaseSettings,
  environment: Record<string, string>,
  removed: () => Promise<void> = async () => {},
): Promise<OwnDatabase> {
  const database: Database = openDatabase(settings);
  await migrate(database);
  return {
    ...database,
    settings,
    folder,
    name: settings.dialect === 'sqlite' ? settings.file : new URL(settings.url).pathname.slice(1),
    environment: { DATA_DIR: folder, ...environment },
    remove: async () => {
      await database.close();
      await removed();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The first PostgreSQL that lets us make a database, and its connection for that. */
async function server(): Promise<{ url: string; admin: Database; name: string } | null> {
  for (const url of postgresUrls()) {
    const admin = openDatabase({ dialect: 'postgres', url });
    const name = `madoguchi_${randomUUID().replaceAll('-', '')}`;
    try {
      await admin.writer.raw('create database ??', [name]);
      return { url, admin, name };
    } catch {
      await admin.close();
    }
  }
  return null;
}

/** A fresh database, migrated; null where no PostgreSQL lets us in. It has to be removed. */
export async function ownDatabase(dialect: Database['dialect']): Promise<OwnDatabase | null> {
  const folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-own-'));
  if (dialect === 'sqlite')
    return opened(folder, { dialect, file: path.join(folder, 'madoguchi.sqlite') }, {});
  const found = await server();
  if (found === null) return null;
  const { admin, name } = found;
  const url = new URL(found.url);
  url.pathname = `/${name}`;
  return opened(folder, { dialect, url: url.href }, { DATABASE_URL: url.href }, async () => {
    await admin.writer.raw('drop database if exists ?? with (force)', [name]);
    await admin.close();
  });
}
