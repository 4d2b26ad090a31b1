import { type IncomingHttpHeaders, request } from 'node:http';
import { afterAll } from 'vitest';
import type { Application } from '#app/composition.server.ts';
import { createListener, type PageHandler } from '#app/web/http/listener.ts';
import { createBoundedServer } from '#app/web/http/server.ts';

export type Reply = { status: number; headers: IncomingHttpHeaders; body: string };

/** The server's door on a real socket; behind it, a page that counts who got through. */
export type Door = {
  port: number;
  reached: string[];
  send(
    method: string,
    target: string,
    headers?: Record<string, string>,
    body?: string | Buffer,
  ): Promise<Reply>;
};

/** Opens a door before an application; `pages` replaces the counting page. */
export async function openDoor(app: Application, pages?: PageHandler): Promise<Door> {
  const reached: string[] = [];
  const listener = createListener({
    app,
    pages:
      pages ??
      (async (page) => {
        reached.push(`${page.method} ${new URL(page.url).pathname}`);
        return new Response(await page.text(), { status: page.url.endsWith('/missing') ? 404 : 200 });
      }),
    files: (_request, _response, next) => next(),
    isDraining: () => false,
  });
  const http = createBoundedServer(listener, app.env.origin.startsWith('https:'));
  const port = await http.listen(0);
  afterAll(() => http.drain(0));

  return {
    port,
    reached,
    send: (method, target, headers = {}, body) =>
      new Promise((resolve, reject) => {
        const host = { Host: new URL(app.env.origin).host };
        const sent = request({ port, method, path: target, headers: { ...host, ...headers } }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks).toString('utf8'),
            }),
          );
          response.on('error', reject);
        });
        sent.on('error', reject);
        sent.end(body);
      }),
  };
}
