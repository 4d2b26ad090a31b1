import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Dialect } from '../connection.ts';
import { Refused } from '../refused.ts';

/** One file of a backup: its place below the backup's folder, its length in bytes, and SHA-256 in hexadecimal digits. */
export type BackedUpFile = { path: string; bytes: number; sha256: string };

/** What a backup says of itself, in `manifest.json` beside its files; written last, so that its presence means whole. */
export type Manifest = {
  format: 1;
  /** UTC. */
  madeAt: string;
  dialect: Dialect;
  /** Name of the last migration of the data. */
  schema: string;
  files: readonly BackedUpFile[];
};

export const manifestFile = 'manifest.json';

/** The database in a backup: an SQLite file, or what pg_dump writes in its custom format. */
export const databaseFile: Readonly<Record<Dialect, string>> = {
  sqlite: 'madoguchi.sqlite',
  postgres: 'madoguchi.dump',
};

export const picturesFolder = 'pictures';

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Every file below a folder, by its path from there, in a fixed order. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name !== manifestFile)
    .toSorted();
}

/** Looks every file of a folder through. */
export async function describeFiles(folder: string): Promise<BackedUpFile[]> {
  const described: BackedUpFile[] = [];
  for (const name of await filesBelow(folder)) {
    const file = path.join(folder, name);
    described.push({ path: name, bytes: (await stat(file)).size, sha256: await sha256Of(file) });
  }
  return described;
}

/** Makes sure that files are on the disk and not only on their way there. */
export async function layDown(folder: string, { files }: Pick<Manifest, 'files'>): Promise<void> {
  for (const { path: name } of files) {
    const handle = await open(path.join(folder, name), 'r+');
    await handle.sync().finally(() => handle.close());
  }
}

/** Reads what a backup says of itself. @throws Refused where the folder is none of ours */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, manifestFile), 'utf8').catch(() => null);
  if (text === null) throw new Refused(`There is no backup in ${folder}: it has no ${manifestFile}.`);
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== 1)
    throw new Refused(`The backup is of format ${manifest.format}, which this version does not know.`);
  return manifest;
}

/** @throws Refused naming the files of a folder that are not as the manifest says: changed, missing, or added */
export async function checkFiles(folder: string, { files }: Pick<Manifest, 'files'>): Promise<void> {
  const found = await describeFiles(folder);
  const wrong = [
    ...files.filter(({ path: name, sha256 }) => found.find((one) => one.path === name)?.sha256 !== sha256),
    ...found.filter(({ path: name }) => !files.some((one) => one.path === name)),
  ];
  if (wrong.length > 0)
    throw new Refused(
      `The backup is damaged: ${wrong.map(({ path: name }) => name).join(', ')} differ from its manifest.`,
    );
}
