import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isRecordId } from '#app/domain/ids.ts';

/** The picture itself, and its small form for lists. */
export const pictureSizes = ['picture', 'thumbnail'] as const;
export type PictureSize = (typeof pictureSizes)[number];

/** Pictures by the id of their image, under DATA_DIR and so outside what the web server hands out by itself. */
export type PictureFiles = {
  /** Both sizes, on the disk before it returns. The same id again replaces them whole. */
  write(id: string, picture: Uint8Array, thumbnail: Uint8Array): Promise<void>;
  /** null when there is no such file. */
  read(id: string, size: PictureSize): Promise<Uint8Array<ArrayBuffer> | null>;
  remove(id: string): Promise<void>;
  /** Ids whose newest file was written before this moment (milliseconds). */
  olderThan(before: number): Promise<readonly string[]>;
  /** Ids that have a file of each size. */
  ids(): Promise<readonly string[]>;
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** `wx` beside the target and a rename: a power cut leaves the former file or the new one, never a half. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const half = `${file}.${process.pid}.${performance.now()}.part`;
  const handle = await open(half, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(half, file);
}

/** Lays the names in a folder down on the disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** @param folder of the pictures; made when it is first written to */
export function openPictureFiles(folder: string): PictureFiles {
  const fileOf = (id: string, size: PictureSize): string => {
    if (!isRecordId(id)) throw new Error('Not the id of an image.');
    return path.join(folder, `${id}.${size}.webp`);
  };
  const names = async (): Promise<string[]> =>
    readdir(folder).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
  return {
    write: async (id, picture, thumbnail) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeWhole(fileOf(id, 'picture'), picture);
      await writeWhole(fileOf(id, 'thumbnail'), thumbnail);
      await syncFolder(folder);
    },
    read: async (id, size) => {
      try {
        return new Uint8Array(await readFile(fileOf(id, size)));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    remove: async (id) => {
      for (const size of pictureSizes) await rm(fileOf(id, size), { force: true });
      // What was left half written under this id.
      const halves = (await names()).filter((name) => name.startsWith(`${id}.`));
      for (const name of halves) await rm(path.join(folder, name), { force: true });
    },
    ids: async () => {
      const found = new Set(await names());
      const last = `.${pictureSizes[0]}.webp`;
      return [...found]
        .filter((name) => name.endsWith(last))
        .map((name) => name.slice(0, -last.length))
        .filter((id) => isRecordId(id) && pictureSizes.every((size) => found.has(`${id}.${size}.webp`)));
    },
    olderThan: async (before) => {
      const newest = new Map<string, number>();
      for (const name of await names()) {
        const id = name.split('.', 1)[0] ?? '';
        if (!isRecordId(id)) continue;
        const written = await stat(path.join(folder, name)).then(
          ({ mtimeMs }) => mtimeMs,
          () => before,
        );
        newest.set(id, Math.max(newest.get(id) ?? 0, written));
      }
      return [...newest].filter(([, written]) => written < before).map(([id]) => id);
    },
  };
}
