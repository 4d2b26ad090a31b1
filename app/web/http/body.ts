import type { IncomingMessage } from 'node:http';

/** Bytes of a posted form (reliability.md §1.4). */
export const longestForm = 65_536;

/** Pages whose forms are longer, and how long: the text of a rule file, and every value of one. */
const longerForms: readonly { path: RegExp; bytes: number }[] = [
  { path: /^\/staff\/rules\/changes\//, bytes: 1_048_576 },
];

/** How long a form may be that is posted to this page. */
export const formLimit = (pathname: string): number =>
  longerForms.find(({ path }) => path.test(pathname))?.bytes ?? longestForm;

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
