import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Application } from '#app/composition.server.ts';
import type { PartnerActor } from '#app/domain/actor.ts';
import { toInstant } from '#app/domain/clock.ts';
import type { Partner } from '#app/domain/partner.ts';
import type { FieldError } from '#app/domain/refusal.ts';
import { type JsonSchema, validate } from '#app/forms/validate.ts';
import { object } from '#app/procedures/schemas.ts';
import { errorFields, log, loggedPath } from '../log.server.ts';
import { type ApiAnswer, type Endpoint, endpoints, grantedOr } from './endpoints.ts';
import { documentPath, openApiDocument } from './openapi.ts';
import { ApiProblem, problemDocument, problemOf, problems } from './problems.ts';
import { isSignedWith, isTimely, readAuthorization, skewMinutes } from './signature.ts';

/** The door of the API: no session, no cookie, no origin; a signature is what lets a request in. */

/** Requests of one partner in a minute, and wrong ones from one address in five. */
export const mostRequests = 600;
export const mostFailures = 60;

/** Bytes of a body. */
export const longestBody = 65_536;

export type ApiRequest = {
  method: string;
  /** Path and query as they came. */
  target: string;
  headers: IncomingHttpHeaders;
  clientAddress: string;
  requestId: string;
  /** @throws BodyTooLarge */
  readBody(limit: number): Promise<Uint8Array>;
};

/** What goes out: JSON, or nothing. */
export type ApiReply = { status: number; headers: Readonly<Record<string, string>>; body: string | null };

export const isApi = (path: string): boolean => path.startsWith('/api/v1/');

type Found = { endpoint: Endpoint; parameters: Record<string, string> };

/** Answers a request of the API; whatever goes wrong is told as a problem. */
export async function answerApi(app: Application, request: ApiRequest): Promise<ApiReply> {
  const { method, target, requestId } = request;
  try {
    const url = new URL(target, app.env.origin);
    if (url.pathname === documentPath && method === 'GET') return reply(200, openApiDocument());
    const found = endpointFor(method, url);
    const body = await request.readBody(longestBody);
    const actor = await letIn(app, request, body);
    const { status, body: content } = await run(app, request, actor, found, body);
    return reply(status, content);
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (problem.code === 'unexpected')
      log('error', 'unexpected', {
        requestId,
        path: loggedPath(target.split('?', 1)[0] ?? ''),
        error: errorFields(thrown),
      });
    return problemReply(problem, requestId);
  }
}

export function problemReply(problem: ApiProblem, requestId: string): ApiReply {
  const [status] = problems[problem.code];
  const { headers, ...sent } = reply(status, problemDocument(problem, requestId));
  const more: Record<string, string> = {};
  if (status === 401) more['WWW-Authenticate'] = 'Madoguchi-HMAC-SHA256';
  if (status === 429) more['Retry-After'] = '60';
  return { ...sent, headers: { ...headers, ...more, 'Content-Type': 'application/problem+json' } };
}

const reply = (status: number, content: unknown): ApiReply => ({
  status,
  headers: {
    'Cache-Control': 'no-store',
    ...(content !== undefined && { 'Content-Type': 'application/json' }),
  },
  body: content === undefined ? null : `${JSON.stringify(content)}\n`,
});

/** The endpoint of an address, with what its path and its query say. */
function endpointFor(method: string, url: URL): Found {
  const matching = endpoints.flatMap((endpoint) => {
    const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const pattern = new RegExp(`^${endpoint.path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`);
    const values = pattern.exec(url.pathname)?.slice(1);
    if (values === undefined) return [];
    return [{ endpoint, parameters: Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])) }];
  });
  if (matching.length === 0) throw new ApiProblem('not-found');
  const found = matching.find(({ endpoint }) => endpoint.method === method);
  if (found === undefined) throw new ApiProblem('method-not-allowed');
  return { ...found, parameters: { ...Object.fromEntries(url.searchParams), ...found.parameters } };
}

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Who has signed: date, partner, signature, and that the nonce is new. Wrong ones are counted by their address. */
async function letIn(
  app: Application,
  request: ApiRequest,
  body: Uint8Array,
): Promise<PartnerActor & { scopes: Partner['scopes'] }> {
  const { method, target, headers, clientAddress, requestId } = request;
  const instant = app.clock.now();
  const now = toInstant(instant);
  const after = (minutes: number) => toInstant(new Date(instant.getTime() + minutes * 60_000));
  const failures = `api-failures:${hashed(clientAddress)}`;
  if ((await app.read.throttles.read(failures, now)) >= mostFailures) throw new ApiProblem('too-many');
  const refused = async (code: 'not-signed' | 'date-skewed' | 'signature-wrong' | 'replayed') => {
    await app.write((stores) => stores.throttles.count(failures, now, after(5)));
    log('warn', 'api-refused', { requestId, detail: code });
    return new ApiProblem(code);
  };

  const given = readAuthorization(headers.authorization);
  const date = headerOf(headers, 'madoguchi-date');
  if (given === null || date === '') throw await refused('not-signed');
  if (!isTimely(date, instant)) throw await refused('date-skewed');
  const partner = await app.read.partners.find(given.partner);
  const idempotencyKey = headerOf(headers, 'idempotency-key');
  // A partner that is not known costs the same time as one that is.
  const secret = partner === undefined ? hashed(given.partner) : app.secrets.unseal(partner.secretSealed);
  const signed = isSignedWith(secret, given.signature, {
    method,
    target,
    date,
    nonce: given.nonce,
    idempotencyKey,
    body,
  });
  if (!signed || !partner?.active) throw await refused('signature-wrong');

  const { seen, asked } = await app.write(async ({ throttles }) => ({
    // As long as its date would be taken, from the one end of the skew to the other.
    seen: await throttles.count(
      `api-nonce:${hashed(`${partner.id} ${given.nonce}`)}`,
      now,
      after(2 * skewMinutes),
    ),
    asked: await throttles.count(`api-requests:${partner.id}`, now, after(1)),
  }));
  if (seen > 1) throw await refused('replayed');
  if (asked > mostRequests) throw new ApiProblem('too-many');
  return { kind: 'partner', id: partner.id, officeId: partner.officeId, scopes: partner.scopes };
}

async function run(
  app: Application,
  { headers, requestId }: ApiRequest,
  { scopes, ...actor }: PartnerActor & { scopes: Partner['scopes'] },
  { endpoint, parameters }: Found,
  bytes: Uint8Array,
): Promise<ApiAnswer> {
  if (!scopes.includes(endpoint.scope)) throw new ApiProblem('scope-missing');
  refuseIfWrong(parametersSchemas.get(endpoint) ?? {}, parameters);
  const body = endpoint.body === null ? {} : bodyOf(headers, bytes);
  if (endpoint.body !== null) refuseIfWrong(endpoint.body, body);
  const idempotencyKey = headerOf(headers, 'idempotency-key');
  if (endpoint.keyed && !/^[A-Za-z0-9_-]{16,64}$/.test(idempotencyKey))
    throw new ApiProblem('fields-wrong', [{ field: 'Idempotency-Key', code: 'required' }]);
  return endpoint.run({
    app,
    actor,
    parameters,
    body: body as Record<string, unknown>,
    perform: async (procedure, input) =>
      grantedOr(
        await app.perform(procedure, actor, input, {
          requestId,
          ...(endpoint.keyed && { idempotencyKey }),
        }),
      ),
  });
}

/** Parameters of the path are required, those of the query are not; no others are known. */
const parametersSchemas = new Map(
  endpoints.map((endpoint) => [
    endpoint,
    {
      ...object(Object.fromEntries(endpoint.parameters.map(({ name, schema }) => [name, schema]))),
      required: endpoint.parameters.filter((one) => one.in === 'path').map(({ name }) => name),
    },
  ]),
);

function refuseIfWrong(schema: JsonSchema, value: unknown): void {
  const errors = misfits(schema, value);
  if (errors.length > 0) throw new ApiProblem('fields-wrong', errors);
}

/** What does not fit: the first misfit, or where it stands in a list the first of every row. */
function misfits(schema: JsonSchema, value: unknown): readonly FieldError[] {
  const [first] = validate(schema, value);
  if (first === undefined) return [];
  const list = /^(\w+)\.\d+(?:\.|$)/.exec(first.field)?.[1] ?? '';
  const row = (schema.properties as Readonly<Record<string, JsonSchema>>)[list]?.items;
  if (row === undefined) return [first];
  return (
    (value as Readonly<Record<string, readonly unknown[]>>)[list]?.flatMap((one, index) =>
      validate(row as JsonSchema, one).map(({ field, code }) => ({
        field: field === '' ? `${list}.${index}` : `${list}.${index}.${field}`,
        code,
      })),
    ) ?? [first]
  );
}

function bodyOf(headers: IncomingHttpHeaders, bytes: Uint8Array): unknown {
  if (!/^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(headerOf(headers, 'content-type')))
    throw new ApiProblem('not-json');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ApiProblem('body-unreadable');
  }
}

function headerOf(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}
