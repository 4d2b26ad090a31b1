import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';
import { runProcess } from './process.server.ts';
import { createListener, type PageHandler } from './web/http/listener.ts';
import { routeNames } from './web/http/routeNames.ts';
import { createBoundedServer } from './web/http/server.ts';
import { errorFields, log } from './web/log.server.ts';
import { createRequestHandler, type ServerBuild } from './web/remix.server.ts';
import { isRouteErrorResponse } from './web/remix.ts';

/**
 * The web process, with the jobs inside unless other processes run them. Started from the root of the repository, under
 * which it finds `rules/` and `build/`.
 */

/** What the door answers itself. */
const besidePages = [
  { id: 'healthz', path: 'healthz' },
  { id: 'readyz', path: 'readyz' },
  { id: 'api.v1', path: 'api/v1/*' },
];

/** How long requests may take to finish once the process is asked to end. */
const patienceMs = 10_000;

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
    // Where app/compress.mjs has laid them beside the file.
    brotli: true,
    gzip: true,
    setHeaders: (response, pathname) => {
      const forever = pathname.startsWith('/assets/');
      response.setHeader('Cache-Control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });

await runProcess(
  (env) => env,
  async (app, isEnding) => {
    const files = staticFiles();
    const build = await importBuild();
    const routeOf = routeNames([...Object.values(build.routes), ...besidePages]);
    const listener = createListener({
      app,
      pages: remixPages(build),
      files: (request, response, next) => files(request, response, next),
      isDraining: isEnding,
      measured: ({ path, ...rest }) => app.metrics.request({ route: routeOf(path), ...rest }),
    });
    const http = createBoundedServer(listener, app.env.origin.startsWith('https:'));
    await http.listen(app.env.port);
    return { readyLine: `ready on ${app.env.origin}`, drain: () => http.drain(patienceMs) };
  },
);
