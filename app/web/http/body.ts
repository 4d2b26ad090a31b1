import type { IncomingMessage } from 'node:http';

/** Bytes of a posted form (reliability.md §1.4). */
export const longestForm = 65_536;

/**
 * Bytes of a body that are taken in at all: what is beyond a form's length is thrown away. A client that is cut off in
 * the middle of sending often never sees why.
 */
const longestThrownAway = 33_554_432;

/** The body is longer than allowed. */
export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge';
}

/** The whole body, counted while it comes in and whatever its encoding claims. @throws BodyTooLarge */
export async function readBody(request: IncomingMessage, limit = longestForm): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > longestThrownAway) throw new BodyTooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop early would destroy the connection before the answer is out.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > longestThrownAway) break;
    if (length <= limit) chunks.push(chunk);
  }
  if (length > limit) throw new BodyTooLarge();
  return Buffer.concat(chunks);
}
