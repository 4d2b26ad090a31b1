import type { ImageFormat, ImageProblem } from '#app/domain/image.ts';

/** What a reader made of an uploaded file. */
export type ReadPicture =
  | {
      ok: true;
      /** Re-encoded as WebP without any of the file's own bytes or metadata. */
      picture: Uint8Array;
      thumbnail: Uint8Array;
      /** Pixels of `picture`. */
      width: number;
      height: number;
    }
  | { ok: false; problem: ImageProblem };

/**
 * What procedures need of uploaded files; built in composition.server.ts. The bytes of a form are held under an id
 * while its request lasts, because an act's input is hashed and so carries ids and figures only.
 */
export type Pictures = {
  /** By the first bytes of the held file. */
  formatOf(id: string): ImageFormat | 'other';
  /** Decodes the held file and makes both pictures. */
  read(id: string): Promise<ReadPicture>;
  /** Writes both pictures to the disk under the id, before the row that speaks of them. */
  keep(id: string, picture: Uint8Array, thumbnail: Uint8Array): Promise<void>;
};

/** The kept files as the clean-up sees them. */
export type PictureShelf = {
  /** Ids of files written before this moment (milliseconds). */
  olderThan(before: number): Promise<readonly string[]>;
  remove(id: string): Promise<void>;
  /** Ids of every file there is. */
  ids(): Promise<readonly string[]>;
};
