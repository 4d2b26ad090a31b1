import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test, vi } from 'vitest';
import { longestForm } from '#app/web/http/body.ts';
import { testApplication } from './application.ts';
import { openDoor } from './httpDoor.ts';
import { watchLog } from './watchLog.ts';

const log = watchLog();
const app = await testApplication();
const door = await openDoor(app);
const own = { Origin: app.env.origin, 'Content-Type': 'application/x-www-form-urlencoded' };

test('A form of 64 KB is read whole', async () => {
  const reply = await door.send('POST', '/staff', own, 'a'.repeat(longestForm));
  expect(reply.status).toBe(200);
  expect(reply.body).toHaveLength(longestForm);
});

test('One byte more is refused, and the connection is closed', async () => {
  const reply = await door.send('POST', '/staff', own, 'a'.repeat(longestForm + 1));
  expect(reply.status).toBe(413);
  expect(reply.headers.connection).toBe('close');
  expect(reply.body).toContain('送信された内容が大きすぎます');
});

test('A body that does not say its length is counted as it comes', async () => {
  const chunked = { ...own, 'Transfer-Encoding': 'chunked' };
  const reply = await door.send('POST', '/staff', chunked, Buffer.alloc(longestForm + 1, 'a'));
  expect(reply.status).toBe(413);
});

test('A body far beyond the limit is taken in to its end, so that the client sees the answer, and reaches no page', async () => {
  const before = door.reached.length;
  for (const more of [{ ...own, 'Transfer-Encoding': 'chunked' }, own]) {
    const reply = await door.send('POST', '/staff', more, Buffer.alloc(8_000_000));
    expect(reply.status).toBe(413);
  }
  expect(door.reached).toHaveLength(before);
});

test('A body that says it is endless is refused before it comes', async () => {
  const reply = await door.send('POST', '/staff', {
    ...own,
    'Content-Length': '33554433',
    Expect: '100-continue',
  });
  expect(reply.status).toBe(413);
});

test('A client that hangs up in the middle of its form is no error of ours', async () => {
  const socket = connect(door.port);
  const head = `POST /staff HTTP/1.1\r\nHost: ${new URL(app.env.origin).host}\r\nOrigin: ${app.env.origin}\r\n`;
  socket.write(`${head}Content-Length: 10\r\n\r\nabc`);
  await once(socket, 'connect');
  socket.end();
  const lines = await vi.waitUntil(() => log().length > 0 && log(), { timeout: 15_000 });
  await new Promise((resume) => setImmediate(resume));
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ event: 'request', status: 499 }]);
});
