import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Application } from '#app/composition.server.ts';
import { type ApiReply, answerApi, isApi, problemReply } from '../api/door.ts';
import { ApiProblem } from '../api/problems.ts';
import { errorFields, log, loggedPath } from '../log.server.ts';
import { forOneRequest } from '../oneRequest.ts';
import type { AppLoadContext } from '../remix.ts';
import { BodyTooLarge, longestForm, readBody } from './body.ts';
import { errorDocument } from './errorDocument.ts';
import { allowedMethods, clientAddressOf, isOwnHost, isSameOrigin } from './guards.ts';
import { securityHeaders } from './headers.ts';
import { answerHealth } from './health.ts';
import { bodyLimit, largeBodyPlaces } from './uploads.ts';

/** What answers once a request is let in: Remix in the process, anything in a test. */
export type PageHandler = (request: Request, context: AppLoadContext) => Promise<Response>;

export type ListenerOptions = {
  app: Application;
  pages: PageHandler;
  /** Serves a file of build/client, or calls `next` when there is none. */
  files(request: IncomingMessage, response: ServerResponse, next: () => void): void;
  /** Once true, /readyz says no and answers close their connections. */
  isDraining(): boolean;
  /** Hears of every request that is over, files of the build apart. `path` may be anything that was asked for. */
  measured?(request: { path: string; method: string; status: number; ms: number }): void;
};

/** What the log says of a request whose client hung up before the answer was out. */
const clientClosed = 499;

type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  requestId: string;
  nonce: string;
};

/**
 * The door of the process: method, Host, files, origin of whoever wants to change something, length of the body, and
 * only then Remix.
 */
export function createListener(
  options: ListenerOptions,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { app, isDraining } = options;
  const https = app.env.origin.startsWith('https:');
  const takePlace = largeBodyPlaces();

  return (request, response) => {
    const startedAt = performance.now();
    const requestId = randomBytes(6).toString('hex');
    const nonce = randomBytes(16).toString('base64url');
    for (const [name, value] of Object.entries(securityHeaders(nonce, https)))
      response.setHeader(name, value);
    if (isDraining()) response.setHeader('Connection', 'close');

    const path = request.url?.split('?', 1)[0] ?? '';
    response.once('close', () => {
      if (path.startsWith('/assets/')) return;
      const { method = '' } = request;
      const ms = performance.now() - startedAt;
      const status = response.writableFinished ? response.statusCode : clientClosed;
      log('info', 'request', { requestId, method, path: loggedPath(path), status, ms: Math.round(ms) });
      options.measured?.({ path, method, status, ms });
    });

    // Concatenated, not resolved: `//host/` and `http://host/` would otherwise change the host.
    const address = `${app.env.origin}${request.url ?? ''}`;
    if (!request.url?.startsWith('/') || !URL.canParse(address)) {
      sendError(response, 400, requestId);
      return;
    }
    answer({ request, response, url: new URL(address), requestId, nonce }, options, takePlace).catch(
      (error: unknown) => {
        if (response.closed) return;
        log('error', 'unexpected', { requestId, path: loggedPath(path), error: errorFields(error) });
        if (response.headersSent) response.destroy();
        else sendError(response, 500, requestId);
      },
    );
  };
}

async function answer(
  exchange: Exchange,
  options: ListenerOptions,
  takePlace: ReturnType<typeof largeBodyPlaces>,
): Promise<void> {
  const { request, response, url, requestId } = exchange;
  const { app } = options;
  const { method = '', headers } = request;
  if (isApi(url.pathname)) return sendApi(exchange, app);

  if (!allowedMethods.includes(method)) {
    response.setHeader('Allow', allowedMethods.join(', '));
    return sendError(response, 405, requestId);
  }
  if (await answerHealth(url.pathname, response, app, options.isDraining)) return;

  const local = app.env.mode !== 'production';
  if (!isOwnHost(headers.host, app.env.origin, local)) return sendError(response, 421, requestId);
  if (!isSameOrigin(method, headers, app.env.origin)) {
    log('warn', 'foreign-origin', { requestId, path: loggedPath(url.pathname) });
    return sendError(response, 403, requestId);
  }
  // Single fetch never sends it; Remix would still run one loader or action alone for it.
  if (url.searchParams.has('_data')) return sendError(response, 400, requestId);

  if (method === 'POST') {
    const limit = await bodyLimit(app, url.pathname, headers.cookie ?? null);
    const leave = limit > longestForm ? takePlace() : () => {};
    if (leave === null) {
      response.setHeader('Connection', 'close');
      response.setHeader('Retry-After', '10');
      return sendError(response, 503, requestId);
    }
    try {
      const body = await readBody(request, limit).catch((error: unknown) => {
        if (error instanceof BodyTooLarge) return null;
        throw error;
      });
      if (body !== null) return await sendPage(exchange, options, body);
      // Without this the rest of the body would be taken for the next request.
      response.setHeader('Connection', 'close');
      return sendError(response, 413, requestId);
    } finally {
      leave();
    }
  }
  return new Promise((resolve, reject) => {
    options.files(request, response, () => sendPage(exchange, options, null).then(resolve, reject));
    response.once('close', resolve);
  });
}

/** Headers that Remix may see: its own origin check is done, and nobody we trust writes X-Forwarded-Host. */
function headersFor(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (name === 'origin' || name.startsWith('x-forwarded-')) continue;
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one);
  }
  return headers;
}

function addressOf(request: IncomingMessage, app: Application): string {
  const forwarded = request.headers['x-forwarded-for'];
  return clientAddressOf(
    request.socket.remoteAddress,
    Array.isArray(forwarded) ? forwarded.join(',') : forwarded,
    app.env.proxyHops,
  );
}

/** Another system at its own door (docs/api.md): signed, and so neither a session nor an origin is looked at. */
async function sendApi({ request, response, requestId }: Exchange, app: Application): Promise<void> {
  const { method = '', url: target = '', headers } = request;
  const local = app.env.mode !== 'production';
  const answered: ApiReply = isOwnHost(headers.host, app.env.origin, local)
    ? await answerApi(app, {
        method,
        target,
        headers,
        requestId,
        clientAddress: addressOf(request, app),
        readBody: (limit) => readBody(request, limit),
      })
    : problemReply(new ApiProblem('wrong-host'), requestId);
  // What is left of a body that was not read would be taken for the next request.
  if (!request.complete) response.setHeader('Connection', 'close');
  response.writeHead(answered.status, answered.headers);
  response.end(answered.body ?? undefined);
}

async function sendPage(
  exchange: Exchange,
  { app, pages }: ListenerOptions,
  body: Buffer | null,
): Promise<void> {
  const { request, response, url, requestId, nonce } = exchange;
  const gone = new AbortController();
  response.once('close', () => gone.abort());

  const context: AppLoadContext = {
    app: forOneRequest(app),
    nonce,
    mode: app.env.mode,
    requestId,
    clientAddress: addressOf(request, app),
    answer: new Headers(),
  };
  const page = await pages(
    new Request(url, {
      method: request.method ?? 'GET',
      headers: headersFor(request),
      signal: gone.signal,
      ...(body === null ? {} : { body: new Uint8Array(body) }),
    }),
    context,
  );

  response.statusCode = page.status;
  for (const [name, value] of page.headers) if (name !== 'set-cookie') response.setHeader(name, value);
  for (const [name, value] of context.answer) if (name !== 'set-cookie') response.setHeader(name, value);
  const cookies = [...page.headers.getSetCookie(), ...context.answer.getSetCookie()];
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies);
  if (!page.headers.has('cache-control')) response.setHeader('Cache-Control', 'no-store');

  if (page.body === null) {
    if (page.status >= 400 && request.method !== 'HEAD') return sendError(response, page.status, requestId);
    response.end();
    return;
  }
  await pipeline(Readable.fromWeb(page.body as Parameters<typeof Readable.fromWeb>[0]), response).catch(
    (error: unknown) => {
      if (!gone.signal.aborted) throw error;
    },
  );
}

function sendError(response: ServerResponse, status: number, requestId: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(errorDocument(status, requestId));
}
