import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { bitmap } from '#fixtures/pictures.ts';
import { type TestDatabase, testDatabase } from '#test/support/database.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { hiddenValues, signedIn } from '#test/support/session.ts';
import { openOffice } from '#test/support/world.ts';

const now = '2026-11-24T10:00:00+09:00';

describe.runIf(existsSync('build/process/server.js'))('A server that is asked to end', () => {
  let database: TestDatabase;
  let folder: string;
  let server: RunningServer;
  /** A form with one picture, as a browser sends it: everything up to the middle of the picture, and the rest. */
  let upload: { start: Buffer; rest: Buffer; type: string; cookie: string };

  beforeEach(async () => {
    database = await testDatabase('sqlite');
    if (database.settings.dialect !== 'sqlite') throw new Error('This test runs on a file.');
    folder = path.dirname(database.settings.file);
    const office = await openOffice(database, now);
    const employer = await office.openedAtCounter();
    const cookie = await signedIn(office, 'mypage', employer.accountId);
    server = await startServer({ DATA_DIR: folder, NOW: now });

    const form = new FormData();
    for (const [name, value] of await hiddenValues(`${server.origin}/mypage/images`, cookie))
      form.set(name, value);
    form.set('purpose', 'exterior');
    form.set('files', new File([bitmap(8, 8)], 'mihon.bmp', { type: 'image/bmp' }));
    const sent = new Request(server.origin, { method: 'POST', body: form });
    const bytes = Buffer.from(await sent.arrayBuffer());
    const middle = Math.floor(bytes.length / 2);
    upload = {
      start: bytes.subarray(0, middle),
      rest: bytes.subarray(middle),
      type: sent.headers.get('content-type') ?? '',
      cookie,
    };
  });

  const begin = async () => {
    const post = request(`${server.origin}/mypage/images`, {
      method: 'POST',
      headers: {
        Origin: server.origin,
        Cookie: upload.cookie,
        'Content-Type': upload.type,
        'Content-Length': upload.start.length + upload.rest.length,
        Expect: '100-continue',
      },
    });
    post.on('error', () => {});
    await once(post, 'continue');
    post.write(upload.start);
    return post;
  };
  const newcomer = () =>
    fetch(`${server.origin}/healthz`).then(
      () => 'let in',
      () => 'turned away',
    );

  test('takes an upload that has begun to its end, keeps the picture, and then ends with 0', async () => {
    const post = await begin();
    const answered = once(post, 'response');
    const stopped = server.stop();
    await expect.poll(newcomer).toBe('turned away');
    post.end(upload.rest);
    const [answer] = await answered;
    answer.resume();
    expect({ status: answer.statusCode, to: answer.headers.location }).toEqual({
      status: 302,
      to: '/mypage/images?done=images-uploaded',
    });
    await stopped;
    expect(await server.ended).toBe(0);
    expect(await database.reader('image').count('* as count').first()).toEqual({ count: 1 });
    expect(await readdir(path.join(folder, 'pictures'))).toHaveLength(2);
  });

  test('does not wait any longer once it is asked a second time', async () => {
    await begin();
    const stopped = server.stop();
    await expect.poll(newcomer).toBe('turned away');
    // What comes at once with the first signal is the same wish, so it is sent until it counts as another one.
    const insist = setInterval(() => server.signal('SIGINT'), 100);
    await stopped.finally(() => clearInterval(insist));
    expect(await server.ended).toBe(1);
    expect(await database.reader('image').count('* as count').first()).toEqual({ count: 0 });
  });
});
