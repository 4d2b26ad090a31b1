import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';
import { type Application, compose, StartRefused } from './composition.server.ts';
import { BadEnvironment, readEnv } from './env.server.ts';
import { createListener, type PageHandler } from './web/http/listener.ts';
import { createBoundedServer } from './web/http/server.ts';
import { errorFields, log } from './web/log.server.ts';
import { createRequestHandler, type ServerBuild } from './web/remix.server.ts';
import { isRouteErrorResponse } from './web/remix.ts';

/**
 * The process: the web server with the job runner inside. Started from the root of the repository, under which it
 * finds `rules/` and `build/`. Ends with 0 after SIGTERM or SIGINT, with 1 when it cannot start or cannot go on.
 */

/** How long requests may take to finish once the process is asked to end. */
const patienceMs = 10_000;

const buildFolder = path.resolve('build');

async function remixPages(): Promise<PageHandler> {
  const build: ServerBuild = await import(pathToFileURL(path.join(buildFolder, 'server/index.js')).href);
  return createRequestHandler(
    { ...build, entry: { module: { ...build.entry.module, handleError } } },
    'production',
  );
}

/** What Remix itself fails at (rendering, an unknown address); loaders and actions log their own errors. */
const handleError: NonNullable<ServerBuild['entry']['module']['handleError']> = (
  error,
  { request, context },
) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  log('error', 'unexpected', { requestId: context.requestId, error: errorFields(error) });
};

const staticFiles = () =>
  sirv(path.join(buildFolder, 'client'), {
    etag: true,
    // Where app/compress.mjs has laid them beside the file.
    brotli: true,
    gzip: true,
    setHeaders: (response, pathname) => {
      const forever = pathname.startsWith('/assets/');
      response.setHeader('Cache-Control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });

async function serve(app: Application): Promise<void> {
  let ending: Promise<void> | undefined;
  const files = staticFiles();
  const listener = createListener({
    app,
    pages: await remixPages(),
    files: (request, response, next) => files(request, response, next),
    isDraining: () => ending !== undefined,
  });
  const http = createBoundedServer(listener, app.env.origin.startsWith('https:'));

  const end = (code: number): void => {
    ending ??= Promise.all([http.drain(patienceMs), app.runner.stop(), app.ruleFiles.stop()])
      .then(() => app.close())
      .catch((error: unknown) => log('error', 'not-closed', { error: errorFields(error) }))
      .then(() => process.exit(code));
  };
  process.on('SIGTERM', () => end(0));
  process.on('SIGINT', () => end(0));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error) => {
      log('error', event, { error: errorFields(error) });
      end(1);
    });
  }

  await http.listen(app.env.port);
  app.runner.start();
  app.ruleFiles.start();
  console.log(`ready on ${app.env.origin}`);
}

try {
  await serve(await compose(readEnv(process.env)));
} catch (error) {
  const expected = error instanceof BadEnvironment || error instanceof StartRefused;
  console.error(expected || !(error instanceof Error) ? String((error as Error).message) : error);
  process.exit(1);
}
