import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import knex, { type Knex } from 'knex';
import { syncFolder } from '../files.ts';
import { takeAlone } from '../inUse.ts';
import { postgresWriter, sqliteReader } from '../knexfile.ts';
import { migrationSource } from '../migrations/index.ts';
import { Refused } from '../refused.ts';
import { type ChainCheck, verifyAuditChain } from '../stores/audit.ts';
import { type Installation, stampOf } from './make.ts';
import {
  checkFiles,
  databaseFile,
  layDown,
  type Manifest,
  picturesFolder,
  readManifest,
} from './manifest.ts';
import { isRestoring, markerIn } from './marker.ts';
import { loadPostgres } from './postgresTools.ts';

export type RestoreOrders = Installation & {
  /** The backup. */
  folder: string;
  now: Date;
  /** The key of the audit chain: another installation's secret does not fit the data. */
  auditKey: Uint8Array;
  /** PATH, on which the programs of PostgreSQL are found. */
  path: string;
};

/** Looks a backup through without changing anything. @throws Refused when it cannot be put back here */
export async function checkBackup({ folder, database }: RestoreOrders): Promise<Manifest> {
  const manifest = await readManifest(folder);
  if (manifest.dialect !== database.dialect)
    throw new Refused(
      `The backup is of ${manifest.dialect}, this installation has ${database.dialect}: put it back where it came from, then: npm run db -- copy`,
    );
  const known = await migrationSource.getMigrations([]);
  if (!known.includes(manifest.schema))
    throw new Refused(
      `The backup is at ${manifest.schema}, this version knows up to ${known.at(-1)}: install the version that made it.`,
    );
  await checkFiles(folder, manifest);
  return manifest;
}

/**
 * Puts a backup in the place of the data that are there, which are moved aside. What was erased since the backup is in
 * it again until the next start, which erases it before it serves. Killed in the middle, nothing starts until it is run
 * again. Resolves with the audit chain that was put back and where the former data are now.
 */
export async function restoreBackup(orders: RestoreOrders): Promise<{ audit: ChainCheck; aside: string }> {
  const { dataDir, database } = orders;
  await mkdir(dataDir, { recursive: true });
  const stage = path.join(dataDir, `.restore-${stampOf(orders.now)}`);
  const marker = markerIn(dataDir);
  const wasInterrupted = isRestoring(dataDir);
  await writeFile(marker, `${orders.folder}\n`, { flush: true });
  let untouched = !wasInterrupted;
  let letGo = async (): Promise<void> => {};
  try {
    letGo = await takeAlone(database);
    await cp(orders.folder, stage, { recursive: true, errorOnExist: true });
    const manifest = await readManifest(stage);
    await checkFiles(stage, manifest);
    await layDown(stage, manifest);
    const putBack = database.dialect === 'sqlite' ? putBackSqlite : putBackPostgres;
    const audit = await putBack(orders, stage, () => {
      untouched = false;
    });
    await rm(marker);
    return { audit, aside: asideIn(orders) };
  } catch (error) {
    if (untouched) await rm(marker, { force: true });
    throw error;
  } finally {
    await letGo();
    await rm(stage, { recursive: true, force: true });
  }
}

const asideIn = ({ dataDir, now }: Pick<RestoreOrders, 'dataDir' | 'now'>): string =>
  path.join(dataDir, `replaced-${stampOf(now)}`);

async function moveIfThere(from: string, to: string): Promise<void> {
  if (existsSync(from)) await rename(from, to);
}

/** Renames within one folder: each is whole or has not happened, and what is left over is what the marker is for. */
async function replacePictures(orders: RestoreOrders, stage: string): Promise<void> {
  const pictures = path.join(orders.dataDir, picturesFolder);
  await mkdir(asideIn(orders), { recursive: true, mode: 0o700 });
  await moveIfThere(pictures, path.join(asideIn(orders), picturesFolder));
  await moveIfThere(path.join(stage, picturesFolder), pictures);
}

async function putBackSqlite(orders: RestoreOrders, stage: string, begin: () => void): Promise<ChainCheck> {
  if (orders.database.dialect !== 'sqlite') throw new Error('Not an SQLite installation.');
  const { file } = orders.database;
  const staged = path.join(stage, databaseFile.sqlite);
  const copy = knex(sqliteReader(staged));
  const audit = await verifiedChain(copy, orders.auditKey).finally(() => copy.destroy());

  begin();
  await replacePictures(orders, stage);
  for (const suffix of ['-wal', '-shm', ''])
    await moveIfThere(`${file}${suffix}`, path.join(asideIn(orders), `${path.basename(file)}${suffix}`));
  await rename(staged, file);
  await syncFolder(orders.dataDir);
  return audit;
}

async function putBackPostgres(orders: RestoreOrders, stage: string, begin: () => void): Promise<ChainCheck> {
  if (orders.database.dialect !== 'postgres') throw new Error('Not a PostgreSQL installation.');
  const { url } = orders.database;
  const aside = `replaced_${stampOf(orders.now).toLowerCase()}`;
  await loadPostgres(url, path.join(stage, databaseFile.postgres), aside, orders.path);
  const writer = knex(postgresWriter(url));
  try {
    const audit = await verifiedChain(writer, orders.auditKey);
    begin();
    await replacePictures(orders, stage);
    await syncFolder(orders.dataDir);
    return audit;
  } catch (error) {
    await writer.transaction(async (transaction) => {
      await transaction.raw('drop schema public cascade');
      await transaction.raw('alter schema ?? rename to public', [aside]);
    });
    throw error;
  } finally {
    await writer.destroy();
  }
}

async function verifiedChain(data: Knex, auditKey: Uint8Array): Promise<ChainCheck> {
  const audit = await verifyAuditChain(data, auditKey);
  if (audit.firstBad !== null)
    throw new Refused(
      `The audit chain of the backup does not hold from row ${audit.firstBad} on: it was changed, or made with another SECRET.`,
    );
  return audit;
}
