import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#db/connection.ts';
import { createStores } from '#db/stores/index.ts';
import { startServer } from '../support/server.ts';

const program = path.resolve('build/process/server.js');

describe.runIf(existsSync(program))('The process', { timeout: 60_000 }, () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-process-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = (environment: Record<string, string>) => {
    const env = {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production' as const,
      DATA_DIR: folder,
      ...environment,
    };
    return spawnSync(process.execPath, [program], { env, encoding: 'utf8', timeout: 30_000 });
  };

  const production = {
    PUBLIC_ORIGIN: 'https://madoguchi.example',
    SECRET: 'c0mPletely-r4ndom-and-l0ng-enough-for-it',
  };

  test('does not start in production without origin and secret, and says so in one line', () => {
    const { status, stderr, stdout } = run({});
    expect({ status, stderr, stdout }).toEqual({
      status: 1,
      stderr: 'Cannot start: PUBLIC_ORIGIN is missing; SECRET or SECRET_FILE is missing.\n',
      stdout: '',
    });
  });

  test('finishes what was asked before SIGTERM, then ends with 0', async () => {
    const server = await startServer({ DATA_DIR: folder });
    const { port } = new URL(server.origin);
    const headers = { Origin: server.origin, 'Content-Type': 'application/x-www-form-urlencoded' };
    const post = request({
      port,
      method: 'POST',
      path: '/staff/login',
      headers: { ...headers, Expect: '100-continue' },
    });
    const answered = once(post, 'response');
    await once(post, 'continue');
    const stopped = server.stop();
    const newcomer = () =>
      fetch(`${server.origin}/healthz`).then(
        () => 'let in',
        () => 'turned away',
      );
    await expect.poll(newcomer).toBe('turned away');
    post.end('login_name=nobody&password=nothing');
    const [answer] = await answered;
    answer.resume();
    expect(answer.statusCode).toBe(422);
    await stopped;
    expect(await server.ended).toBe(0);
  });

  test('does not start in production over a database with demo accounts', async () => {
    const database = openDatabase({ dialect: 'sqlite', file: path.join(folder, 'madoguchi.sqlite') });
    const stores = createStores(database.writer, 'sqlite');
    const officeId = '00000000-0000-4000-8000-000000000001';
    await stores.offices.insert({
      id: officeId,
      code: '99999',
      name: 'ハローワーク見本',
      phone: '0300000000',
      postal: '1000000',
      address: '東京都見本区見本1-1',
      prefecture: '東京都',
    });
    await stores.staff.insert({
      id: '00000000-0000-4000-8000-000000000002',
      officeId,
      name: '見本 職員',
      role: 'clerk',
      loginName: 'mihon',
      passwordHash: '',
      demo: true,
      active: true,
    });
    await database.close();
    const { status, stderr } = run(production);
    expect(status).toBe(1);
    expect(stderr).toBe(
      'Cannot start: the database holds demo accounts, which everybody can sign in with.\n',
    );
  });

  test('does not start over the database of a newer version', async () => {
    const database = openDatabase({ dialect: 'sqlite', file: path.join(folder, 'madoguchi.sqlite') });
    await database
      .writer('schema_migration')
      .insert({ name: '999_later', batch: 2, migration_time: new Date() });
    await database.close();
    const { status, stderr } = run(production);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^Cannot start: the database is at 999_later, this version knows up to \d{3}_\w+\.\n$/,
    );
  });
});
