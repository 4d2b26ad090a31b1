import { createHash } from 'node:crypto';
import type { Application } from '#app/composition.server.ts';

/** A file of a posted form while its act is performed. */
export type PostedFile = {
  /** Under which its bytes are held. */
  id: string;
  bytes: number;
  /** SHA-256 of the content, lower-case hex. */
  hash: string;
  /** As the browser calls it: to be shown, never to be believed. */
  name: string;
};

const hex = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** The same form sent again names the same images; nobody can name those of another. In the form of a UUID v4. */
function idOf(...parts: readonly string[]): string {
  const digest = hex(JSON.stringify(parts));
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `4${digest.slice(13, 16)}`,
    `a${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}

/** Runs `work` with the files that were posted under a name, in their order; an empty file input posts none. */
export async function withPostedFiles<Result>(
  { room }: Pick<Application, 'room'>,
  actorId: string,
  form: { raw: FormData; key: string | null },
  name: string,
  work: (files: readonly PostedFile[]) => Promise<Result>,
): Promise<Result> {
  const held: PostedFile[] = [];
  try {
    for (const [index, file] of form.raw.getAll(name).entries()) {
      if (typeof file === 'string' || (file.size === 0 && file.name === '')) continue;
      const content = new Uint8Array(await file.arrayBuffer());
      const hash = hex(content);
      const id = idOf(actorId, form.key ?? '', String(index), hash);
      room.hold(id, content);
      held.push({ id, bytes: content.length, hash, name: file.name });
    }
    return await work(held);
  } finally {
    for (const { id } of held) room.letGo(id);
  }
}

/**
 * A picture as an answer of its own: private, never taken for anything but a picture, and without any right if it is
 * opened by itself. null when the file is not there.
 */
export async function pictureAnswer(
  { room }: Pick<Application, 'room'>,
  id: string,
  size: 'picture' | 'thumbnail',
): Promise<Response | null> {
  const bytes = await room.files.read(id, size);
  if (bytes === null) return null;
  return new Response(bytes, {
    headers: {
      'Content-Type': 'image/webp',
      'Content-Length': String(bytes.length),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, max-age=300',
    },
  });
}
