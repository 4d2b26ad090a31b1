import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BadEnvironment, readEnv } from '#app/env.server.ts';

const good = {
  PUBLIC_ORIGIN: 'https://madoguchi.example',
  SECRET: 'c0mPletely-r4ndom-and-l0ng-enough-for-it',
};

describe('Production', () => {
  test('needs its public origin and a secret', () => {
    expect(readEnv(good)).toMatchObject({
      mode: 'production',
      port: 3000,
      origin: 'https://madoguchi.example',
      database: { dialect: 'sqlite', file: path.resolve('data/madoguchi.sqlite') },
      smtpUrl: 'smtp://localhost:25',
      smtpTls: 'required',
      metrics: null,
      backupDays: 35,
      redisUrl: null,
      runsJobs: true,
      workerPort: null,
      now: null,
      faultAt: null,
      rulesDir: path.resolve('rules'),
    });
    expect(() => readEnv({})).toThrow(
      'Cannot start: PUBLIC_ORIGIN is missing; SECRET or SECRET_FILE is missing.',
    );
  });

  test.each([
    [
      'an origin without https',
      { PUBLIC_ORIGIN: 'http://madoguchi.example' },
      'PUBLIC_ORIGIN must begin with https://',
    ],
    ['an origin with a path', { PUBLIC_ORIGIN: 'https://madoguchi.example/app' }, 'PUBLIC_ORIGIN has a path'],
    ['a short secret', { SECRET: 'x7-k2' }, 'SECRET must have at least 32 bytes'],
    ['a default secret', { SECRET: 'please-changeme-please-changeme-1234' }, 'SECRET is a well-known one'],
    ['a secret of one letter', { SECRET: 'a'.repeat(40) }, 'SECRET is a well-known one'],
    ['two secrets', { SECRET_FILE: '/dev/null' }, 'SECRET and SECRET_FILE are both set'],
    ['a frozen clock', { NOW: '2026-04-21T09:00+09:00' }, 'NOW is for demo and test mode only'],
    ['other rule files', { RULES_DIR: '/tmp' }, 'RULES_DIR is for demo and test mode only'],
    ['a fault', { FAULT_AT: 'posting.submit:changed' }, 'FAULT_AT is for test mode only'],
    ['a strange port', { PORT: '80 80' }, 'PORT must be a whole number up to 65535, not "80 80"'],
    ['a port too high', { PORT: '65536' }, 'PORT must be a whole number up to 65535, not "65536"'],
    [
      'another database',
      { DATABASE_URL: 'mysql://db' },
      'DATABASE_URL must begin with postgres:// or postgresql://',
    ],
    ['another mail server', { SMTP_URL: 'http://mail' }, 'SMTP_URL must begin with smtp:// or smtps://'],
    ['half a mail server', { SMTP_TLS: 'maybe' }, 'SMTP_TLS must be required or opportunistic, not "maybe"'],
    [
      'figures at no port',
      { METRICS_PORT: '0' },
      'METRICS_PORT must be a whole number from 1 to 65535, not "0"',
    ],
    [
      'backups that outlive the promise',
      { BACKUP_DAYS: '36' },
      'BACKUP_DAYS must be a whole number from 1 to 35, not "36"',
    ],
    ['another queue', { REDIS_URL: 'amqp://queue' }, 'REDIS_URL must begin with redis:// or rediss://'],
    ['half a worker', { RUN_JOBS: 'yes' }, 'RUN_JOBS must be 1 or absent'],
    ['a clock of its own', { CLOCK_FILE: '/tmp/clock' }, 'CLOCK_FILE is for test mode only'],
    ['a training', { TRAINING: '1' }, 'TRAINING is for demo and test mode only'],
    ['half a demo', { DEMO: 'yes' }, 'DEMO must be 1 or absent'],
  ])('refuses %s', (_what, change, problem) => {
    expect(() => readEnv({ ...good, ...change })).toThrow(problem);
  });

  test('may send mail without TLS, tell figures and keep backups for less long, where it is said so', () => {
    const said = { SMTP_TLS: 'opportunistic', METRICS_PORT: '9100', BACKUP_DAYS: '7' };
    expect(readEnv({ ...good, ...said })).toMatchObject({
      smtpTls: 'opportunistic',
      metrics: { host: '127.0.0.1', port: 9100 },
      backupDays: 7,
    });
    expect(readEnv({ ...good, ...said, METRICS_HOST: '0.0.0.0' }).metrics?.host).toBe('0.0.0.0');
  });

  test('names every problem in one line', () => {
    const refused = () => readEnv({ PORT: 'x', DATABASE_URL: 'y' });
    expect(refused).toThrow(BadEnvironment);
    expect(refused).toThrow(/^Cannot start: PORT .*; DATABASE_URL .*; PUBLIC_ORIGIN .*; SECRET .*\.$/);
  });

  test('leaves the jobs to the workers of a Redis, unless it is told to run some itself', () => {
    const shared = { ...good, REDIS_URL: 'rediss://:word@redis.example:6380/2' };
    expect(readEnv(shared)).toMatchObject({ redisUrl: shared.REDIS_URL, runsJobs: false });
    expect(readEnv({ ...shared, RUN_JOBS: '1', WORKER_PORT: '9001' })).toMatchObject({
      runsJobs: true,
      workerPort: 9001,
    });
  });

  test('reads the secret from a file', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'madoguchi-env-'));
    const file = path.join(folder, 'secret');
    writeFileSync(file, `${good.SECRET}\n`);
    expect(readEnv({ PUBLIC_ORIGIN: good.PUBLIC_ORIGIN, SECRET_FILE: file }).secret).toBe(good.SECRET);
    rmSync(folder, { recursive: true });
    expect(() => readEnv({ PUBLIC_ORIGIN: good.PUBLIC_ORIGIN, SECRET_FILE: file })).toThrow(
      'SECRET_FILE cannot be read',
    );
  });
});

describe('Demo', () => {
  test('needs nothing', () => {
    expect(readEnv({ DEMO: '1', PORT: '3100' })).toMatchObject({
      mode: 'demo',
      origin: 'http://localhost:3100',
      secret: null,
      smtpUrl: null,
    });
  });

  test.each(['2026-04-21T09:00+09:00', '2026-04-21T00:00:00Z'])('may freeze its clock at %s', (now) => {
    expect(readEnv({ DEMO: '1', NOW: now }).now).toBe(now);
  });

  test.each(['2026-04-21', '2026-04-21T09:00', '2026-02-30T25:00+09:00', 'now'])(
    'does not take %s for a time',
    (now) => {
      expect(() => readEnv({ DEMO: '1', NOW: now })).toThrow('NOW must be an instant with its offset');
    },
  );
});

describe('Training', () => {
  const training = { DEMO: '1', TRAINING: '1' };

  test('has a place and a database of its own', () => {
    expect(readEnv(training)).toMatchObject({
      mode: 'demo',
      training: true,
      smtpUrl: null,
      dataDir: path.resolve('data/training'),
      database: { dialect: 'sqlite', file: path.resolve('data/training/training.sqlite') },
    });
    expect(readEnv({ DEMO: '1' }).training).toBe(false);
  });

  test('in the folder of an installation in use still opens another file than its database', () => {
    const { database } = readEnv({ ...training, DATA_DIR: '/srv/madoguchi' });
    expect(database).toEqual({ dialect: 'sqlite', file: '/srv/madoguchi/training.sqlite' });
  });

  test.each([
    ['DATABASE_URL', 'postgres://db/madoguchi'],
    ['SMTP_URL', 'smtp://mail'],
    ['REDIS_URL', 'redis://queue'],
  ])('refuses %s, which would lead to where real data are', (name, value) => {
    expect(() => readEnv({ ...training, [name]: value })).toThrow(
      `${name} cannot be set together with TRAINING`,
    );
  });

  test('is asked for by 1 and nothing else', () => {
    expect(() => readEnv({ DEMO: '1', TRAINING: 'yes' })).toThrow('TRAINING must be 1 or absent');
  });
});

test('The test suite may say where the process shall die', () => {
  expect(readEnv({ NODE_ENV: 'test', FAULT_AT: 'posting.submit:changed' })).toMatchObject({
    mode: 'test',
    faultAt: 'posting.submit:changed',
  });
});
