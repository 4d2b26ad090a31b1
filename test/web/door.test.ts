import { connect } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { testApplication } from './application.ts';
import { openDoor, type Reply } from './httpDoor.ts';
import { watchLog } from './watchLog.ts';

const log = watchLog();
const app = await testApplication();
const door = await openDoor(app);
const own = { Origin: app.env.origin };

/** Every header that protects an answer, whatever it is. */
function expectProtected({ headers }: Reply): void {
  expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[\w-]{22}'/);
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  });
}

describe('Every answer carries the protecting headers', () => {
  test.each([
    ['a page', 'GET', '/staff', 200],
    ['a missing page', 'GET', '/missing', 404],
    ['a refused method', 'PUT', '/staff', 405],
    ['a foreign post', 'POST', '/staff', 403],
    ['a look at health', 'GET', '/healthz', 200],
  ])('%s', async (_what, method, target, status) => {
    const reply = await door.send(method, target);
    expect(reply.status).toBe(status);
    expectProtected(reply);
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  test('a request that cannot be parsed', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect({ port: door.port });
      socket.on('connect', () => socket.write('GET / HTTP/1.1\r\nHost: a\r\nHost b\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('Content-Security-Policy: ');
  });

  test('https adds that it stays https', async () => {
    const secure = await openDoor({ ...app, env: { ...app.env, origin: 'https://madoguchi.example' } });
    const reply = await secure.send('GET', '/staff');
    expect(reply.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  });

  test('each answer has a nonce of its own', async () => {
    const policies = [await door.send('GET', '/staff'), await door.send('GET', '/staff')].map(
      ({ headers }) => headers['content-security-policy'],
    );
    expect(policies[0]).not.toBe(policies[1]);
  });
});

describe('Methods', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    '%s is answered by 405',
    async (method) => {
      const reply = await door.send(method, '/staff', own);
      expect(reply.status).toBe(405);
      expect(reply.headers.allow).toBe('GET, HEAD, POST');
    },
  );
});

describe('The Host header', () => {
  test.each(['localhost:3000', 'localhost:8080', '127.0.0.1:3000', '[::1]:3000'])(
    '%s is this machine',
    async (host) => {
      expect((await door.send('GET', '/staff', { Host: host })).status).toBe(200);
    },
  );

  test.each(['elsewhere.example', 'localhost.elsewhere.example', 'elsewhere.example:3000', 'localhost:x'])(
    '%s is not ours',
    async (host) => {
      expect((await door.send('GET', '/staff', { Host: host })).status).toBe(421);
    },
  );

  test('in production only the public host is ours', async () => {
    const env = { ...app.env, mode: 'production' as const, origin: 'https://madoguchi.example' };
    const production = await openDoor({ ...app, env });
    expect((await production.send('GET', '/staff', { Host: 'madoguchi.example' })).status).toBe(200);
    expect((await production.send('GET', '/staff', { Host: 'localhost' })).status).toBe(421);
    expect((await production.send('GET', '/healthz', { Host: '10.0.0.7' })).status).toBe(200);
  });
});

describe('The address', () => {
  test.each(['//elsewhere.example/x', '/\\elsewhere.example'])('%s stays on our host', async (target) => {
    const seen: string[] = [];
    const looking = await openDoor(app, async (page) => {
      seen.push(new URL(page.url).origin);
      return new Response('');
    });
    await looking.send('GET', target);
    expect(seen).toEqual([app.env.origin]);
  });

  test('an absolute address is refused', async () => {
    expect((await door.send('GET', 'http://elsewhere.example/x')).status).toBe(400);
  });
});

describe('Health', () => {
  test('healthz says ok, readyz looks whether the database takes writes', async () => {
    expect(await door.send('GET', '/healthz')).toMatchObject({ status: 200, body: 'ok\n' });
    expect(await door.send('GET', '/readyz')).toMatchObject({ status: 200, body: 'ready\n' });
    const weak = await openDoor({ ...app, ready: async () => ({ ready: true, weaknesses: ['disk'] }) });
    expect(await weak.send('GET', '/readyz')).toMatchObject({ status: 200, body: 'degraded\n' });
    const broken = await openDoor({ ...app, ready: async () => ({ ready: false, reason: 'database' }) });
    expect(await broken.send('GET', '/readyz')).toMatchObject({ status: 503, body: 'not ready\n' });
  });
});

describe('The log', () => {
  test('tells of a request without what was typed into its address', async () => {
    await door.send('GET', '/staff/establishments/%E8%A6%8B%E6%9C%AC/x?q=0312345678');
    const lines = await vi.waitUntil(() => log().length > 0 && log());
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      event: 'request',
      method: 'GET',
      path: '/staff/establishments/:…/x',
      status: 200,
    });
    expect(lines.join('')).not.toContain('0312345678');
  });
});

describe('A bug behind the door', () => {
  test('is answered by a page with a number that stands in the log', async () => {
    const failing = await openDoor(app, async () => {
      throw new Error('a message with 090-0000-0000 in it');
    });
    const reply = await failing.send('GET', '/staff');
    expect(reply.status).toBe(500);
    const number = /受付番号 ([0-9a-f]{12})/.exec(reply.body)?.[1];
    const logged = log().join('');
    expect(number).toBeDefined();
    expect(logged).toContain(`"requestId":"${number}"`);
    expect(reply.body + logged).not.toContain('090-0000-0000');
  });
});
