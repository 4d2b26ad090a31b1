import type { IncomingMessage } from 'node:http';

/** Bytes of a posted form (reliability.md §1.4). */
export const longestForm = 65_536;

/** The body is longer than allowed; what follows of it is not read. */
export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge';
}

/** The whole body, counted while it comes in and whatever its encoding claims. @throws BodyTooLarge */
export async function readBody(request: IncomingMessage, limit = longestForm): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new BodyTooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop early would destroy the connection before the answer is out.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > limit) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
