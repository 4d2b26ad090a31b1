import type { FieldError } from '#app/domain/refusal.ts';
import { isUnavailable } from '../failures.server.ts';

/** What the API answers when it does not do what was asked (RFC 9457), by code. Nothing was changed then. */
export const problems = {
  'body-unreadable': [400, 'The body is not JSON in UTF-8.'],
  'not-signed': [401, 'Authorization or Madoguchi-Date is missing or not written as documented.'],
  'date-skewed': [401, 'Madoguchi-Date is too far from the clock of this system.'],
  'signature-wrong': [
    401,
    'The partner is not known, was closed, or the signature does not fit the request.',
  ],
  replayed: [401, 'A request with this nonce has been here before.'],
  'scope-missing': [403, 'The partner may not use this part of the API.'],
  'not-found': [404, 'Nothing within the reach of the partner has this address or number.'],
  'method-not-allowed': [405, 'This address does not know the method.'],
  conflict: [409, 'Somebody else has changed the record at the same moment; ask again.'],
  'reused-key': [409, 'The Idempotency-Key was used before for another content.'],
  'body-too-long': [413, 'The body is longer than the API takes.'],
  'not-json': [415, 'Content-Type must be application/json.'],
  'wrong-host': [421, 'The Host header is not that of this system.'],
  'fields-wrong': [422, 'The parameters or the body do not fit their schema; see errors.'],
  'message-cancelled': [422, 'The referral was cancelled, so its thread is read-only.'],
  'message-no-mypage': [422, 'The job seeker has no MyPage, so the thread is read-only.'],
  'message-posting-invalid': [422, 'The posting is not valid any more, so the thread is read-only.'],
  'message-employer-gone': [422, 'The employer has no MyPage in which the message could be read.'],
  'too-many': [429, 'Too many requests; wait for the seconds of Retry-After.'],
  unexpected: [500, 'A fault of this system; its operators find it by requestId.'],
  unavailable: [503, 'The database cannot take the request at this moment; ask again.'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof problems;

/** Ends a request of the API with a problem. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];

  constructor(code: ProblemCode, errors: readonly FieldError[] = []) {
    super(code);
    this.code = code;
    this.errors = errors;
  }
}

const isProblem = (code: string): code is ProblemCode => Object.hasOwn(problems, code);

/** A refusal of an act as a problem; one that no act behind the API gives is a bug. */
export function problemOfRefusal({
  code,
  fields = [],
}: {
  code: string;
  fields?: readonly FieldError[];
}): ApiProblem {
  if (!isProblem(code)) throw new Error(`The API has no problem for the refusal ${code}.`);
  return new ApiProblem(code, fields);
}

const byName: Readonly<Record<string, ProblemCode>> = {
  NotFound: 'not-found',
  BadInput: 'fields-wrong',
  Forbidden: 'scope-missing',
  Conflict: 'conflict',
  StaleRecord: 'conflict',
  ReusedKey: 'reused-key',
  BodyTooLarge: 'body-too-long',
};

/** What a thrown error is told as. */
export function problemOf(thrown: unknown): ApiProblem {
  if (thrown instanceof ApiProblem) return thrown;
  if (!(thrown instanceof Error)) return new ApiProblem('unexpected');
  if (isUnavailable(thrown)) return new ApiProblem('unavailable');
  return new ApiProblem(byName[thrown.name] ?? 'unexpected');
}

/** The body of the answer. */
export const problemDocument = ({ code, errors }: ApiProblem, requestId: string) => {
  const [status, title] = problems[code];
  return {
    type: `urn:madoguchi:problem:${code}`,
    title,
    status,
    code,
    requestId,
    ...(errors.length > 0 && {
      errors: errors.map(({ field, code: problem }) => ({ field, code: problem })),
    }),
  };
};
