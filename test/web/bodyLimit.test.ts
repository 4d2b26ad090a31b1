import { expect, test } from 'vitest';
import { longestForm } from '#app/web/http/body.ts';
import { testApplication } from './application.ts';
import { openDoor } from './httpDoor.ts';
import { watchLog } from './watchLog.ts';

watchLog();
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

test('A body far beyond the limit does not reach a page', async () => {
  const before = door.reached.length;
  const reply = await door.send(
    'POST',
    '/staff',
    { ...own, 'Transfer-Encoding': 'chunked' },
    Buffer.alloc(2_000_000),
  );
  expect(reply.status).toBe(413);
  expect(door.reached).toHaveLength(before);
});
