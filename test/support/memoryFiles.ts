import type { PictureFiles, PictureSize } from '#db/files.ts';

/** Pictures in memory, written at the test's own time; the files on a disk have tests of their own. */
export function memoryFiles(now: () => number): PictureFiles {
  const kept = new Map<string, { at: number } & Record<PictureSize, Uint8Array>>();
  return {
    write: async (id, picture, thumbnail) => void kept.set(id, { at: now(), picture, thumbnail }),
    read: async (id, size) => {
      const found = kept.get(id);
      return found === undefined ? null : new Uint8Array(found[size]);
    },
    remove: async (id) => void kept.delete(id),
    ids: async () => [...kept.keys()],
    olderThan: async (before) => [...kept].filter(([, { at }]) => at < before).map(([id]) => id),
  };
}
