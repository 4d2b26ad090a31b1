import type { Instant } from '#app/domain/clock.ts';
import { type ActWords, actWords } from '#app/text/acts.ts';
import type { KeptText } from './keptTexts.ts';
import { errorFields, log } from './log.server.ts';
import { type ErrorPageData, errorAnswer } from './responses.ts';

/** Errors of a database that cannot write now: locked, full, read-only, or no connection free. */
const unavailableCodes = ['SQLITE_FULL', 'SQLITE_READONLY', 'SQLITE_BUSY', 'SQLITE_IOERR', '53100', '25006'];

export const isUnavailable = (error: Error): boolean =>
  error.name === 'DatabaseBusy' ||
  error.name === 'KnexTimeoutError' ||
  ('code' in error && unavailableCodes.includes(String(error.code)));

/** As perform() found out: `action` is that of the audit log. */
type Decided = { by: string; action: string; at: Instant };

/** Who was first, and with what; nobody by name when the audit log does not tell. */
function decidedIn(error: Error, now: Instant): { by: string; act: ActWords | null; at: Instant } {
  const decided = 'decided' in error ? (error.decided as Decided | undefined) : undefined;
  if (decided === undefined) return { by: '', act: null, at: now };
  return { by: decided.by, act: actWords(decided.action) ?? null, at: decided.at };
}

/** Where and when something was thrown. */
type Place = {
  path: string;
  back: string;
  now: Instant;
  requestId: string;
  answer: Headers;
  /** What was written into the form of the request. */
  kept: readonly KeptText[];
  /** Where it was kept as a draft instead; null where it was not. */
  draft: string | null;
  verbose: boolean;
};

/**
 * What the visitor sees of an error. Errors are told apart by name and not by class: the server and the routes are two
 * bundles, each with its own copy of the classes.
 */
function pageFor(error: Error, { back, now, requestId, kept: written, draft }: Place): ErrorPageData {
  const kept = draft !== null ? { draft } : written.length > 0 ? { kept: written } : {};
  switch (error.name) {
    case 'Forbidden':
      return { code: 'forbidden' };
    case 'NotFound':
      return { code: 'not-found' };
    case 'BadInput':
      return { code: 'bad-input' };
    case 'ReusedKey':
      return { code: 'reused-key', ...kept };
    case 'Conflict':
    case 'StaleRecord':
      return { code: 'conflict', ...decidedIn(error, now), back, ...kept };
    default:
      return isUnavailable(error)
        ? { code: 'unavailable', ...kept }
        : { code: 'unexpected', number: requestId, ...kept };
  }
}

/**
 * Turns whatever a loader or action threw into what Remix should throw. Answers made on purpose (redirects, error
 * pages) pass; expected errors become their page; anything else is a bug: logged under the number the visitor sees.
 */
export function answerFor(thrown: unknown, place: Place): unknown {
  if (thrown instanceof Response) return thrown;
  if (!(thrown instanceof Error)) return thrown;
  const page = pageFor(thrown, place);
  const { path, requestId, answer, verbose } = place;
  if (page.code === 'unavailable') {
    answer.set('Retry-After', '5');
    log('warn', 'unavailable', { path, requestId, error: errorFields(thrown) });
  } else if (page.code === 'unexpected') {
    const detail = verbose ? { detail: thrown.message } : {};
    log('error', 'unexpected', { path, requestId, error: errorFields(thrown), ...detail });
  } else if (page.code === 'forbidden' || page.code === 'bad-input') {
    log('warn', page.code, { path, requestId, ...(verbose ? { detail: thrown.message } : {}) });
  }
  return errorAnswer(page);
}

/** A page that ends a request although nothing is wrong with the server. */
export const notFoundAnswer = () => errorAnswer({ code: 'not-found' });
