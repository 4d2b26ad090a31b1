import { StartRefused } from '#app/composition.server.ts';
import type { Env } from '#app/env.server.ts';
import { runProcess } from '#app/process.server.ts';
import { answerHealth } from '#app/web/http/health.ts';
import { createBoundedServer } from '#app/web/http/server.ts';

/**
 * A process that only runs jobs, on this machine or another one: `npm run worker`, as many as wanted. It needs the
 * database, the Redis, the secret and the DATA_DIR of the web processes, and listens on WORKER_PORT where one is named.
 */

/** How long a question about its health may take once the process is asked to end. */
const patienceMs = 1_000;

const asWorker = (env: Env): Env => {
  if (env.redisUrl === null)
    throw new StartRefused(
      'Cannot start: a worker needs REDIS_URL; without Redis the web process runs the jobs itself.',
    );
  return { ...env, runsJobs: true };
};

await runProcess(asWorker, async (app, isEnding) => {
  const { workerPort } = app.env;
  if (workerPort === null) return { readyLine: 'worker ready', drain: async () => {} };
  const health = createBoundedServer(async (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    if (await answerHealth(path, response, app, isEnding)) return;
    response.writeHead(404);
    response.end();
  }, false);
  const port = await health.listen(workerPort);
  return { readyLine: `worker ready, its health on port ${port}`, drain: () => health.drain(patienceMs) };
});
