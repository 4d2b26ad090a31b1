import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import knex from 'knex';
import { appliedMigrations, type DatabaseSettings } from '../connection.ts';
import { syncFolder } from '../files.ts';
import { postgresReader, postgresWriter, sqliteReader, sqliteWriter } from '../knexfile.ts';
import { Refused } from '../refused.ts';
import {
  databaseFile,
  describeFiles,
  layDown,
  type Manifest,
  manifestFile,
  picturesFolder,
} from './manifest.ts';
import { checkDump, dumpPostgres } from './postgresTools.ts';

/** An installation: its database, and the folder with its pictures. */
export type Installation = { database: DatabaseSettings; dataDir: string };

export type BackupOrders = Installation & {
  /** Where backups are collected, each in a folder of its own. */
  folder: string;
  now: Date;
  /** PATH, on which the programs of PostgreSQL are found. */
  path: string;
};

const dayMs = 86_400_000;

/** `20261124T000000Z`, to be part of a name. */
export const stampOf = (now: Date): string => now.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');

const instantIn = (stamp: string): number =>
  Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/i, '$1-$2-$3T$4:$5:$6Z').toUpperCase());

/**
 * Makes a backup of an installation in use. Pictures are copied before and after the database, because their files are
 * there before a row names them and until no row does: whatever the copied rows name is among them. Nothing is called a
 * backup before it is whole and was opened once.
 */
export async function makeBackup(orders: BackupOrders): Promise<Manifest & { folder: string }> {
  const { folder, dataDir, database, now } = orders;
  const target = path.join(folder, `madoguchi-${stampOf(now)}`);
  const part = `${target}.part`;
  await mkdir(part, { recursive: true, mode: 0o700 }).catch((error: Error) => {
    throw new Refused(`${folder} cannot be written to: ${error.message}`);
  });
  try {
    await copyPictures(dataDir, part);
    const schema = await copyDatabase(orders, path.join(part, databaseFile[database.dialect]));
    await copyPictures(dataDir, part);
    const manifest: Manifest = {
      format: 1,
      madeAt: now.toISOString(),
      dialect: database.dialect,
      schema,
      files: await describeFiles(part),
    };
    await layDown(part, manifest);
    await writeFile(path.join(part, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
      flush: true,
    });
    await rename(part, target);
    await syncFolder(folder);
    return { folder: target, ...manifest };
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}

/** Copies the pictures that are not there yet; what is half written has no row. */
async function copyPictures(dataDir: string, target: string): Promise<void> {
  const [from, to] = [path.join(dataDir, picturesFolder), path.join(target, picturesFolder)];
  await mkdir(to, { recursive: true, mode: 0o700 });
  const names = await readdir(from).catch(() => []);
  const copied = new Set(await readdir(to));
  for (const name of names.filter((one) => one.endsWith('.webp') && !copied.has(one)))
    await copyFile(path.join(from, name), path.join(to, name), constants.COPYFILE_FICLONE).catch(
      (error: NodeJS.ErrnoException) => {
        // Removed since it was listed.
        if (error.code !== 'ENOENT') throw error;
      },
    );
}

/** Copies the database as of one moment and opens the copy; resolves with its last migration. */
async function copyDatabase({ database, path: programs }: BackupOrders, file: string): Promise<string> {
  if (database.dialect === 'postgres') {
    const reader = knex(postgresReader(database.url));
    const applied = await appliedMigrations(reader).finally(() => reader.destroy());
    await dumpPostgres(database.url, file, programs);
    await checkDump(file, programs);
    return lastOf(applied);
  }
  // A copy made of the living rows: free pages, where erased people could still be read, stay behind.
  const source = knex(sqliteWriter(database.file));
  await source.raw('vacuum into ?', [file]).finally(() => source.destroy());
  const copy = knex(sqliteReader(file));
  try {
    const damage = (await copy.raw('pragma integrity_check')) as { integrity_check: string }[];
    if (damage[0]?.integrity_check !== 'ok') throw new Refused('The copy of the database is damaged.');
    return lastOf(await appliedMigrations(copy));
  } finally {
    await copy.destroy();
  }
}

function lastOf(applied: readonly string[]): string {
  const last = applied.at(-1);
  if (last === undefined) throw new Refused('The database is empty; there is nothing to back up.');
  return last;
}

/**
 * Removes what is older than so many days: backups in their folder, what former restores have moved aside, and copies
 * that were never finished. People who were erased are in them until then. Resolves with the names.
 */
export async function forgetOld(
  { folder, dataDir, database, now }: BackupOrders,
  days: number,
): Promise<string[]> {
  const isOld = (name: string, pattern: RegExp): boolean => {
    const stamp = pattern.exec(name)?.[1];
    return stamp !== undefined && now.getTime() - instantIn(stamp) > days * dayMs;
  };
  const forgotten: string[] = [];
  for (const [place, pattern] of [
    [folder, /^madoguchi-(\d{8}T\d{6}Z)(?:\.part)?$/],
    [dataDir, /^replaced-(\d{8}T\d{6}Z)$/],
  ] as const) {
    for (const name of (await readdir(place)).filter((one) => isOld(one, pattern))) {
      if (!(await stat(path.join(place, name))).isDirectory()) continue;
      await rm(path.join(place, name), { recursive: true });
      forgotten.push(name);
    }
  }
  if (database.dialect === 'postgres') {
    const writer = knex(postgresWriter(database.url));
    try {
      const schemas: string[] = await writer('information_schema.schemata').pluck('schema_name');
      for (const name of schemas.filter((one) => isOld(one, /^replaced_(\d{8}t\d{6}z)$/))) {
        await writer.raw('drop schema ?? cascade', [name]);
        forgotten.push(name);
      }
    } finally {
      await writer.destroy();
    }
  }
  return forgotten;
}
