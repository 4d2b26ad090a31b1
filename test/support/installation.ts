import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { describe, onTestFinished } from 'vitest';
import { type Database, type DatabaseSettings, migrate, openDatabase } from '#db/connection.ts';
import { secret } from './world.ts';

/** A whole installation of its own: a folder, and an SQLite file in it or a PostgreSQL database. */
export type TestInstallation = {
  settings: DatabaseSettings;
  dataDir: string;
  /** As a process of the installation is started with. */
  environment: Record<string, string>;
  /** Opens the migrated database; it is closed after the test at the latest. */
  open(): Promise<Database>;
};

const serverUrl = process.env.TEST_DATABASE_URL;

/** A database of its own takes PostgreSQL seconds on a busy machine. Milliseconds, for tests and their preparation. */
export const timeout = 120_000;

async function ownDatabase(url: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const asOwner = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await asOwner(`create database ${name}`);
  onTestFinished(() => asOwner(`drop database ${name} with (force)`));
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}

export async function testInstallation(dialect: Database['dialect']): Promise<TestInstallation> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'madoguchi-installation-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  if (dialect === 'postgres' && !serverUrl) throw new Error('TEST_DATABASE_URL names no PostgreSQL server.');
  const settings: DatabaseSettings =
    dialect === 'postgres' && serverUrl
      ? { dialect, url: await ownDatabase(serverUrl) }
      : { dialect: 'sqlite', file: path.join(dataDir, 'madoguchi.sqlite') };
  return {
    settings,
    dataDir,
    environment: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'test',
      DATA_DIR: dataDir,
      SECRET: secret,
      ...(settings.dialect === 'postgres' ? { DATABASE_URL: settings.url } : {}),
    },
    open: async () => {
      const database = openDatabase(settings);
      onTestFinished(() => database.close());
      await migrate(database);
      return database;
    },
  };
}

/** The same suite for an installation on SQLite and, when TEST_DATABASE_URL is set, for one on PostgreSQL. */
export function describeEveryInstallation(
  title: string,
  suite: (install: () => Promise<TestInstallation>) => void,
): void {
  describe(`${title} (SQLite)`, { timeout }, () => suite(() => testInstallation('sqlite')));
  if (serverUrl)
    describe(`${title} (PostgreSQL)`, { timeout }, () => suite(() => testInstallation('postgres')));
}
