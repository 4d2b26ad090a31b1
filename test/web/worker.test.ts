import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, startServer, startWorker } from '../support/server.ts';
import { secret } from '../support/world.ts';

const program = path.resolve('build/process/worker.js');

describe.runIf(existsSync(program))('A worker', { timeout: 90_000 }, () => {
  let folder = '';
  let nowhere = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-worker-'));
    nowhere = `redis://127.0.0.1:${await freePort()}`;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const word = async (address: string): Promise<string> => {
    const answer = await fetch(address);
    return `${answer.status} ${(await answer.text()).trim()}`;
  };

  test('does not start without a Redis to get its jobs from, and says so in one line', () => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [program], {
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'test', SECRET: secret, DATA_DIR: folder },
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect({ status, stderr, stdout }).toEqual({
      status: 1,
      stderr: 'Cannot start: a worker needs REDIS_URL; without Redis the web process runs the jobs itself.\n',
      stdout: '',
    });
  });

  test('says how it is, waits for a Redis that is away, and ends when it is told to', async () => {
    const worker = await startWorker({ DATA_DIR: folder, REDIS_URL: nowhere });
    expect(await word(`${worker.origin}/healthz`)).toBe('200 ok');
    await expect.poll(() => word(`${worker.origin}/readyz`), { timeout: 20_000 }).toBe('200 degraded');
    expect((await fetch(`${worker.origin}/staff/login`)).status).toBe(404);
    await worker.stop();
    expect(await worker.ended).toBe(0);
  });

  test('is not what a web process waits for: without Redis it serves its pages and says what is late', async () => {
    const web = await startServer({ DATA_DIR: folder, REDIS_URL: nowhere });
    await expect.poll(() => word(`${web.origin}/readyz`), { timeout: 20_000 }).toBe('200 degraded');
    expect((await fetch(`${web.origin}/staff/login`)).status).toBe(200);
    await web.stop();
    expect(await web.ended).toBe(0);
  });
});
