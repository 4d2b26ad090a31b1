import { once } from 'node:events';
import { Agent, request, type ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { createBoundedServer } from '#app/web/http/server.ts';

test('A client that keeps its connection for more does not hold up the end of the process', async () => {
  const waiting: ServerResponse[] = [];
  const { server, listen, drain } = createBoundedServer(
    (_request, response) => waiting.push(response),
    false,
  );
  server.keepAliveTimeout = 3_600_000;
  const agent = new Agent({ keepAlive: true });
  const asked = request({ port: await listen(0), agent }).end();
  await once(server, 'request');

  const drained = drain(3_600_000);
  waiting[0]?.end('the last answer');
  const [answer] = await once(asked, 'response');
  expect((await answer.toArray()).join('')).toBe('the last answer');
  await drained;
});
