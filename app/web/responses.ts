import type { Instant } from '#app/domain/clock.ts';
import type { ActWords } from '#app/text/acts.ts';
import type { KeptText } from './keptTexts.ts';
import { data } from './remix.ts';

/**
 * What the error page is told beside the status. The page finds its words in app/text/errorPages.ts; nothing here
 * comes from an exception's message.
 */
export type ErrorPageData = {
  /** What was written into the form and not saved, so that nobody has to write it again. */
  kept?: readonly KeptText[];
  /** Where it can be read again, when it was kept as the person's draft. */
  draft?: string;
} & (
  | { code: 'bad-input' }
  | { code: 'forbidden' }
  | { code: 'not-found' }
  | { code: 'reused-key' }
  /** Somebody else was first: who, what and when, as far as it is known; where the newest state is. */
  | { code: 'conflict'; by: string; act: ActWords | null; at: Instant; back: string }
  | { code: 'too-many'; minutes: number }
  | { code: 'unavailable' }
  /** A form came after the session had ended; `login` leads back to its page. */
  | { code: 'signed-out'; login: string }
  /** A bug; `number` finds it in the log. */
  | { code: 'unexpected'; number: string }
);

const statuses: Readonly<Record<ErrorPageData['code'], number>> = {
  'bad-input': 400,
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
  'reused-key': 409,
  conflict: 409,
  'too-many': 429,
  unavailable: 503,
  unexpected: 500,
};

/** To be thrown: ends the request with the error page for it. */
export const errorAnswer = (details: ErrorPageData) => data(details, { status: statuses[details.code] });
