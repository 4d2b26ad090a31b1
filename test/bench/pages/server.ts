import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compose } from '#app/composition.server.ts';
import { readEnv } from '#app/env.server.ts';
import { createListener } from '#app/web/http/listener.ts';
import { createBoundedServer } from '#app/web/http/server.ts';
import { createRequestHandler, type ServerBuild } from '#app/web/remix.server.ts';
import { withFloorPage } from './floor.ts';

/**
 * The process of app/server.ts with the floor page beside the product's, and without files and jobs. Tells its parent
 * when it listens, and at each message how much processor time it has used, in microseconds.
 */
const build: ServerBuild = await import(pathToFileURL(path.resolve('build/server/index.js')).href);
const app = await compose(readEnv(process.env));
const listener = createListener({
  app,
  pages: createRequestHandler(withFloorPage(build), 'production'),
  files: (_request, _response, next) => next(),
  isDraining: () => false,
});
await createBoundedServer(listener, false).listen(app.env.port);

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
process.on('disconnect', () => process.exit());
process.send?.('listening');
