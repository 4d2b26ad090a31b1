import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';
import { type Application, compose, StartRefused } from './composition.server.ts';
import { BadEnvironment, readEnv } from './env.server.ts';
import { serveMetrics } from './metrics.server.ts';
import { createListener, type PageHandler } from './web/http/listener.ts';
import { routeNames } from './web/http/routeNames.ts';
import { createBoundedServer } from './web/http/server.ts';
import { errorFields, log, takeConsole } from './web/log.server.ts';
import { createRequestHandler, type ServerBuild } from './web/remix.server.ts';
import { isRouteErrorResponse } from './web/remix.ts';

/**
 * The process: the web server with the job runner inside. Started from the root of the repository, under which it
 * finds `rules/` and `build/`. Ends with 0 after SIGTERM or SIGINT, with 1 when it cannot start or cannot go on, and
 * when a second signal does not let it finish.
 */

/** What the door answers itself. */
const besidePages = [
  { id: 'healthz', path: 'healthz' },
  { id: 'readyz', path: 'readyz' },
  { id: 'api.v1', path: 'api/v1/*' },
];

/** How long requests may take to finish once the process is asked to end. */
const patienceMs = 10_000;

/** Signals that come within this time are one wish: a terminal tells the whole group, and a parent passes it on. */
const oneWishMs = 1_000;

const buildFolder = path.resolve('build');

const importBuild = (): Promise<ServerBuild> =>
  import(pathToFileURL(path.join(buildFolder, 'server/index.js')).href);

const remixPages = (build: ServerBuild): PageHandler =>
  createRequestHandler({ ...build, entry: { module: { ...build.entry.module, handleError } } }, 'production');

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
    setHeaders: (response, pathname) => {
      const forever = pathname.startsWith('/assets/');
      response.setHeader('Cache-Control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });

async function serve(app: Application): Promise<void> {
  takeConsole();
  let ending: Promise<void> | undefined;
  const files = staticFiles();
  const build = await importBuild();
  const routeOf = routeNames([...Object.values(build.routes), ...besidePages]);
  const listener = createListener({
    app,
    pages: remixPages(build),
    files: (request, response, next) => files(request, response, next),
    isDraining: () => ending !== undefined,
    measured: ({ path, ...rest }) => app.metrics.request({ route: routeOf(path), ...rest }),
  });
  const http = createBoundedServer(listener, app.env.origin.startsWith('https:'));
  const closeMetrics = app.env.metrics === null ? null : await serveMetrics(app.metrics, app.env.metrics);

  const end = (code: number): void => {
    ending ??= Promise.all([http.drain(patienceMs), app.runner.stop(), app.ruleFiles.stop()])
      .then(() => Promise.all([closeMetrics?.(), app.close()]))
      .catch((error: unknown) => log('error', 'not-closed', { error: errorFields(error) }))
      .then(() => process.exit(code));
  };
  /** The first signal asks; a second one, of whoever cannot wait, ends what is running in the middle. */
  let askedAt: number | undefined;
  const asked = (): void => {
    askedAt ??= performance.now();
    if (performance.now() - askedAt > oneWishMs) process.exit(1);
    end(0);
  };
  process.on('SIGTERM', asked);
  process.on('SIGINT', asked);
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
  process.stderr.write(`${expected || !(error instanceof Error) ? (error as Error).message : error.stack}\n`);
  process.exit(1);
}
