import { createHash, randomUUID } from 'node:crypto';
import type { UploadedFile } from '#app/procedures/image/upload.ts';
import { bitmap } from '#fixtures/pictures.ts';
import type { World } from './world.ts';

/** Holds files as the web does while a form is answered, and says what the act is told of them. */
export const heldFiles = (office: Pick<World, 'room'>, ...files: readonly Uint8Array[]): UploadedFile[] =>
  files.map((bytes) => {
    const id = randomUUID();
    office.room.hold(id, bytes);
    return { id, bytes: bytes.length, hash: createHash('sha256').update(bytes).digest('hex') };
  });

export const pictures = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, index) => bitmap(8 + index, 8));
