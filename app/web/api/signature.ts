import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** How a request to the API is signed (docs/api.md). Pure. */

export const scheme = 'Madoguchi-HMAC-SHA256';

/** Minutes that the clocks of the two systems may differ. */
export const skewMinutes = 5;

export type SignedRequest = {
  method: string;
  /** Path and query as they stand in the request line. */
  target: string;
  /** `Madoguchi-Date`: an instant in UTC, like 2026-11-24T01:00:00Z. */
  date: string;
  /** Chosen by the partner, another one for every request. */
  nonce: string;
  /** `Idempotency-Key`, or an empty text. */
  idempotencyKey: string;
  body: Uint8Array;
};

/** The lines that are signed, with the digest of the body as the last. */
export const textToSign = ({ method, target, date, nonce, idempotencyKey, body }: SignedRequest): string =>
  [scheme, method, target, date, nonce, idempotencyKey, createHash('sha256').update(body).digest('hex')].join(
    '\n',
  );

/** HMAC-SHA256 over these lines under the shared secret, in hexadecimal. */
export const signatureOf = (secret: string, request: SignedRequest): string =>
  createHmac('sha256', secret).update(textToSign(request)).digest('hex');

export const isSignedWith = (secret: string, signature: string, request: SignedRequest): boolean =>
  timingSafeEqual(Buffer.from(signatureOf(secret, request), 'hex'), Buffer.from(signature, 'hex'));

export type Credentials = { partner: string; nonce: string; signature: string };

const credentials = new RegExp(
  `^${scheme} partner=([0-9a-f-]{36}), nonce=([A-Za-z0-9_-]{16,64}), signature=([0-9a-f]{64})$`,
);

/** What `Authorization` says; null for anything that is not written as documented. */
export function readAuthorization(header: string | undefined): Credentials | null {
  const [, partner, nonce, signature] = credentials.exec(header ?? '') ?? [];
  return partner && nonce && signature ? { partner, nonce, signature } : null;
}

export const authorizationOf = ({ partner, nonce, signature }: Credentials): string =>
  `${scheme} partner=${partner}, nonce=${nonce}, signature=${signature}`;

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;

/** Whether a date is one, and near enough to ours. */
export const isTimely = (date: string, now: Date): boolean =>
  instant.test(date) && Math.abs(Date.parse(date) - now.getTime()) <= skewMinutes * 60_000;
