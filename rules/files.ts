import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { hashOf, type LoadedFile, loadRuleFile, MAX_BYTES, type RuleFileProblem, tooLarge } from './load.ts';
import { WHOLE_FILE } from './source.ts';

/** A directory with more files than this is read up to here. */
const MAX_FILES = 500;

/** A rule file as it was last read; `file` is its path in the directory, `eligibility/visit-required.json`. */
export type RuleFile = {
  file: string;
  /** Size, times and inode: as long as they stay the file need not be read again. */
  fingerprint: string;
  /** Whether two readings in a row found the same bytes: a file may change twice within one tick of its times. */
  settled: boolean;
  /** null where the file could not be read. */
  bytes: Uint8Array | null;
  hash: string | null;
  loaded: LoadedFile;
};

/** What a directory held when it was last read, files in the order of their names. */
export type Reading = { files: readonly RuleFile[]; problems: readonly RuleFileProblem[] };

export const nothingRead: Reading = { files: [], problems: [] };

const problem = (file: string, message: string): RuleFileProblem => ({ file, ...WHOLE_FILE, message });

const LINK = 'リンクは読み取りません。ファイルそのものを置いてください。';
const NOT_A_FILE = 'ファイルではないため読み取りません。名前を変えるか、ほかの場所へ移してください。';
const FORBIDDEN = '読み取る権限がありません。ファイルの権限を確かめてください。';
const MISPLACED = '分類のフォルダーの中に置いてください(例: eligibility/visit-required.json)。';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const readingProblem = (error: unknown): string => {
  const code = codeOf(error);
  if (code === '') throw error;
  if (code === 'ELOOP') return LINK;
  return code === 'EACCES' || code === 'EPERM' ? FORBIDDEN : `読み取れません(${code})。`;
};

/** Data beside the rule files that is none of them: their schema, and the minimum wages the product ships. */
const notRules = ['ruleset.schema.json', 'minimumWages.json'];

/** Beside the areas the directory holds programs and the schema; only JSON files can be meant as rule files. */
const isRuleFileName = (name: string): boolean =>
  /\.json$/i.test(name) && !name.startsWith('.') && !notRules.includes(name);

type Listing = { files: { file: string; fingerprint: string }[]; problems: RuleFileProblem[] };

const listArea = async (directory: string, area: string): Promise<Listing> => {
  const listing: Listing = { files: [], problems: [] };
  const names = await readdir(path.join(directory, area)).catch((error: unknown) => {
    listing.problems.push(problem(`${area}/`, readingProblem(error)));
    return [];
  });
  for (const name of names.filter(isRuleFileName).toSorted()) {
    const file = `${area}/${name}`;
    try {
      const { size, mtimeMs, ctimeMs, ino } = await lstat(path.join(directory, file));
      listing.files.push({ file, fingerprint: [size, mtimeMs, ctimeMs, ino].join(':') });
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') listing.problems.push(problem(file, readingProblem(error)));
    }
  }
  return listing;
};

const list = async (directory: string): Promise<Listing> => {
  const entries = await readdir(directory, { withFileTypes: true });
  const visible = entries.filter(({ name }) => !name.startsWith('.'));
  const areas = visible.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const strays = visible.filter(
    (entry) => entry.isSymbolicLink() || (!entry.isDirectory() && isRuleFileName(entry.name)),
  );
  const listings = await Promise.all(areas.toSorted().map((area) => listArea(directory, area)));
  const files = listings.flatMap((listing) => listing.files);
  return {
    files: files.slice(0, MAX_FILES),
    problems: [
      ...strays.map((entry) => problem(entry.name, entry.isSymbolicLink() ? LINK : MISPLACED)),
      ...listings.flatMap((listing) => listing.problems),
      ...files
        .slice(MAX_FILES, MAX_FILES + 1)
        .map(({ file }) => problem(file, `ここから先は読み取りません。ファイルは${MAX_FILES}個までです。`)),
    ],
  };
};

/** The bytes of a plain file of a legal size, or why there are none. Nothing else is opened, so that no pipe blocks. */
const readBytes = async (file: string): Promise<Uint8Array | { message: string }> => {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) return { message: NOT_A_FILE };
    if (stat.size > MAX_BYTES) return tooLarge;
    const buffer = Buffer.alloc(MAX_BYTES + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
      length += bytesRead;
      if (length > MAX_BYTES) return tooLarge;
      if (bytesRead === 0) return Uint8Array.from(buffer.subarray(0, length));
    }
  } finally {
    await handle.close();
  }
};

/** Reads and checks one file, whatever it is called. Its bytes are null where there was nothing to read. */
export const readRuleFile = async (
  file: string,
  location: string,
): Promise<{ bytes: Uint8Array | null; loaded: LoadedFile }> => {
  const bytes = await readBytes(location);
  return bytes instanceof Uint8Array
    ? { bytes, loaded: await loadRuleFile(file, bytes) }
    : { bytes: null, loaded: { ok: false, problems: [problem(file, bytes.message)] } };
};

const readFile = async (
  directory: string,
  { file, fingerprint }: { file: string; fingerprint: string },
  before: RuleFile | undefined,
): Promise<RuleFile | null> => {
  if (before?.settled && before.fingerprint === fingerprint) return before;
  const unread = (message: string): RuleFile => {
    const loaded: LoadedFile = { ok: false, problems: [problem(file, message)] };
    return { file, fingerprint, settled: false, bytes: null, hash: null, loaded };
  };
  let bytes: Uint8Array | { message: string };
  try {
    bytes = await readBytes(path.join(directory, file));
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? null : unread(readingProblem(error));
  }
  if (!(bytes instanceof Uint8Array)) return unread(bytes.message);
  const hash = hashOf(bytes);
  if (before?.hash === hash) return { ...before, fingerprint, settled: true };
  return { file, fingerprint, settled: false, bytes, hash, loaded: await loadRuleFile(file, bytes) };
};

/**
 * Reads and checks the rule files of a directory, `<area>/<name>.json` or `<area>/<name>@<version>.json`. What was read
 * before and has not changed since is not read again.
 *
 * @throws the error of the file system when the directory itself cannot be listed.
 */
export const readRuleFiles = async (directory: string, before = nothingRead): Promise<Reading> => {
  const { files: listed, problems } = await list(directory);
  const earlier = new Map(before.files.map((file) => [file.file, file]));
  const files: RuleFile[] = [];
  for (const entry of listed) {
    const file = await readFile(directory, entry, earlier.get(entry.file));
    if (file !== null) files.push(file);
  }
  return { files, problems };
};
