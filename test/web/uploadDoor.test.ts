import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { toInstant } from '#app/domain/clock.ts';
import { longestForm } from '#app/web/http/body.ts';
import { largeBodyPlaces, mostLargeBodies } from '#app/web/http/uploads.ts';
import { insertStaff, testApplication } from './application.ts';
import { openDoor } from './httpDoor.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const app = await testApplication();
const door = await openDoor(app);
const own = { Origin: app.env.origin, 'Content-Type': 'application/octet-stream' };
const review = '/staff/images/0190f3a2-7c4b-7d15-9a3e-1f2b3c4d5e6f';
const elevenFiles = 11 * 2_097_152 + longestForm;

async function signedIn(): Promise<string> {
  const { id: subjectId } = await insertStaff(app);
  const id = randomBytes(32).toString('base64url');
  const now = toInstant(app.clock.now());
  const idHash = createHash('sha256').update(id).digest('hex');
  await app.write((stores) =>
    stores.sessions.insert({ idHash, audience: 'staff', subjectId, data: {}, createdAt: now, seenAt: now }),
  );
  return `staff=${id}`;
}

const send = (path: string, bytes: number, cookie = '') =>
  door.send('POST', path, { ...own, Cookie: cookie }, Buffer.alloc(bytes, 'a'));

test('Where pictures are registered, somebody signed in may send one picture more than the rule allows', async () => {
  const cookie = await signedIn();
  expect((await send(review, elevenFiles, cookie)).status).toBe(200);
  expect((await send(`${review}.data`, longestForm + 1, cookie)).status).toBe(200);
  expect((await send(review, elevenFiles + 1, cookie)).status).toBe(413);
});

test('Nobody else may, and no other page takes it', async () => {
  const cookie = await signedIn();
  expect((await send(review, longestForm + 1)).status).toBe(413);
  expect((await send('/mypage/images', longestForm + 1, cookie)).status).toBe(413);
  for (const path of ['/staff/images', '/staff/images/x', `${review}/x`, '/staff'])
    expect((await send(path, longestForm + 1, cookie)).status).toBe(413);
});

test('Only so many large bodies are in memory at once; a place is given back once', () => {
  const take = largeBodyPlaces();
  const taken = Array.from({ length: mostLargeBodies }, () => take());
  expect(taken.every((leave) => leave !== null)).toBe(true);
  expect(take()).toBeNull();
  taken[0]?.();
  taken[0]?.();
  expect(take()).not.toBeNull();
  expect(take()).toBeNull();
});
