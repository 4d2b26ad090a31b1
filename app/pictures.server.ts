import type { PictureFiles } from '#db/files.ts';
import { formatOf, readPicture } from './pictureReader.server.ts';
import type { PictureShelf, Pictures } from './procedures/pictures.ts';

/** The uploads of the requests that are being answered, the reader, and the files. */
export type PictureRoom = {
  /** What procedures see. */
  pictures: Pictures;
  /** What the clean-up sees. */
  shelf: PictureShelf;
  files: PictureFiles;
  /** Holds the bytes of a form's file until it is let go as often as it was held. */
  hold(id: string, bytes: Uint8Array): void;
  letGo(id: string): void;
};

export function openPictureRoom(files: PictureFiles): PictureRoom {
  const held = new Map<string, { bytes: Uint8Array; holders: number }>();
  const bytesOf = (id: string): Uint8Array => {
    const found = held.get(id);
    if (found === undefined) throw new Error('The file of an upload is not held.');
    return found.bytes;
  };
  return {
    pictures: {
      formatOf: (id) => formatOf(bytesOf(id)),
      read: (id) => {
        const bytes = bytesOf(id);
        const format = formatOf(bytes);
        if (format === 'other') throw new Error('Only a file of a known format is read.');
        return readPicture(bytes, format);
      },
      keep: files.write,
    },
    shelf: { olderThan: files.olderThan, remove: files.remove, ids: files.ids },
    files,
    hold: (id, bytes) => {
      const holders = (held.get(id)?.holders ?? 0) + 1;
      held.set(id, { bytes, holders });
    },
    letGo: (id) => {
      const found = held.get(id);
      if (found === undefined) return;
      if (found.holders > 1) held.set(id, { ...found, holders: found.holders - 1 });
      else held.delete(id);
    },
  };
}
