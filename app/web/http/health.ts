import type { ServerResponse } from 'node:http';
import type { Application } from '#app/composition.server.ts';

/** A word for machines, never kept by anybody on the way. */
function sendWord(response: ServerResponse, status: number, word: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${word}\n`);
}

/**
 * `/healthz`: the process is alive. `/readyz`: it can do its work (200 `ready`), can do it but somebody has to look after
 * it (200 `degraded`, because a balancer that took every process away would make an outage of a delay), or cannot (503).
 * Bare words, because anybody may ask; what is wrong stands in the log. False, and nothing is answered, for any other path.
 */
export async function answerHealth(
  path: string,
  response: ServerResponse,
  app: Pick<Application, 'ready'>,
  isDraining: () => boolean,
): Promise<boolean> {
  if (path === '/healthz') {
    sendWord(response, 200, 'ok');
    return true;
  }
  if (path !== '/readyz') return false;
  const found = isDraining() ? null : await app.ready();
  if (!found?.ready) sendWord(response, 503, 'not ready');
  else sendWord(response, 200, found.weaknesses.length === 0 ? 'ready' : 'degraded');
  return true;
}
