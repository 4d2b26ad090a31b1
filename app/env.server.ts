import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSettings } from '#db/connection.ts';

/** production: the real thing; demo: 見本 accounts and 送信箱 on screen; test: driven by the test suite. */
export type ProcessMode = 'production' | 'demo' | 'test';

/** What the environment says, parsed once; nobody else reads process.env. */
export type Env = {
  mode: ProcessMode;
  port: number;
  /** Absolute. Holds the SQLite file and, in demo mode, the generated secret. */
  dataDir: string;
  database: DatabaseSettings;
  /** The Redis that carries jobs between processes; null where the web process runs them itself. */
  redisUrl: string | null;
  /** Whether a web process runs jobs; workers always do. */
  runsJobs: boolean;
  /** Where a worker answers how it is; it listens nowhere without. */
  workerPort: number | null;
  /** Absolute. Holds the rule files; `rules/` under the working directory in production. */
  rulesDir: string;
  /** null in demo and test mode without a mail server: mails go to the 送信箱 only. */
  smtpUrl: string | null;
  /** Whether a mail server that offers no TLS gets no mail; `SMTP_TLS=opportunistic` lets it have them in production. */
  smtpTls: 'required' | 'opportunistic';
  /** Where Prometheus may ask for figures; null where METRICS_PORT is absent. */
  metrics: { host: string; port: number } | null;
  /** How long backups are kept, in days; what was erased is in them until then. */
  backupDays: number;
  /** Scheme, host and port under which browsers see us, without a slash at the end. */
  origin: string;
  /** null outside production where none is given: one is then generated into dataDir. */
  secret: string | null;
  /** Proxies of ours in front; the client's address is the entry of X-Forwarded-For that the outermost one wrote. */
  proxyHops: number;
  /** 練習モード: a demo with a database of its own kind, whose clock can be moved. */
  training: boolean;
  /** The instant at which the clock stands still, or null for real time. */
  now: string | null;
  /** The step of a procedure or job at which the process kills itself; kill tests only. */
  faultAt: string | null;
  /** A file with the milliseconds by which the clock is ahead of the machine's, read at every look; kill tests only. */
  clockFile: string | null;
};

/** The environment cannot be used; the message lists every problem, in one line. */
export class BadEnvironment extends Error {
  override name = 'BadEnvironment';
}

/** What docs/operations promises people who were erased. */
const longestBackupDays = 35;

/** Bytes; what HKDF-SHA-256 can use up. */
const shortestSecret = 32;

const wellKnown = [
  'changeme',
  'change-me',
  'change me',
  'default',
  'example',
  'password',
  'secret',
  '12345678',
];

const isGuessable = (secret: string): boolean =>
  new Set(secret).size < 10 || wellKnown.some((word) => secret.toLowerCase().includes(word));

const instantWithOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

type Source = Readonly<Record<string, string | undefined>>;

const modeOf = (source: Source): ProcessMode => {
  if (source.NODE_ENV === 'test') return 'test';
  return source.DEMO === '1' ? 'demo' : 'production';
};

/** A value of the environment without the spaces round it; empty is the same as absent. */
const givenIn = (source: Source, name: string): string | null => {
  const value = source[name]?.trim();
  return value === undefined || value === '' ? null : value;
};

const isTraining = (source: Source): boolean => givenIn(source, 'TRAINING') === '1';

const dataDirOf = (source: Source): string =>
  path.resolve(givenIn(source, 'DATA_DIR') ?? (isTraining(source) ? 'data/training' : 'data'));

/** What would lead a training to where real data are. */
const notInTraining = ['DATABASE_URL', 'SMTP_URL', 'REDIS_URL'];

/**
 * Which database an installation has: `DATABASE_URL`, else the SQLite file in `DATA_DIR`. That of a training has another
 * name, so that the one is never opened for the other.
 */
export const databaseOf = (source: Source): DatabaseSettings => {
  const url = givenIn(source, 'DATABASE_URL');
  return url === null
    ? {
        dialect: 'sqlite',
        file: path.join(dataDirOf(source), isTraining(source) ? 'training.sqlite' : 'madoguchi.sqlite'),
      }
    : { dialect: 'postgres', url };
};

/** Parses the environment. @throws BadEnvironment naming every value that cannot be used. */
export function readEnv(source: Source): Env {
  const problems: string[] = [];
  const given = (name: string): string | null => givenIn(source, name);
  const wholeNumber = (name: string, fallback: number, max: number, min = 0): number => {
    const text = given(name);
    if (text === null) return fallback;
    const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    const range = min > 0 ? `from ${min} to ${max}` : `up to ${max}`;
    problems.push(`${name} must be a whole number ${range}, not "${text}"`);
    return fallback;
  };
  const oneOf = <Choice extends string>(
    name: string,
    choices: readonly Choice[],
    fallback: Choice,
  ): Choice => {
    const text = given(name);
    const chosen = choices.find((choice) => choice === text);
    if (chosen === undefined && text !== null)
      problems.push(`${name} must be ${choices.join(' or ')}, not "${text}"`);
    return chosen ?? fallback;
  };
  const address = (name: string, protocols: readonly string[]): string | null => {
    const text = given(name);
    if (text === null) return null;
    if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
    problems.push(`${name} must begin with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`);
    return null;
  };

  const mode = modeOf(source);
  const onlyIn = (name: string, modes: readonly ProcessMode[]): string | null => {
    const value = given(name);
    if (value === null || modes.includes(mode)) return value;
    problems.push(`${name} is for ${modes.join(' and ')} mode only`);
    return null;
  };

  const flag = (name: string): boolean => {
    if (given(name) !== null && given(name) !== '1') problems.push(`${name} must be 1 or absent`);
    return given(name) === '1';
  };

  flag('DEMO');
  const training = onlyIn('TRAINING', ['demo', 'test']);
  if (training !== null && training !== '1') problems.push('TRAINING must be 1 or absent');
  for (const name of training === null ? [] : notInTraining)
    if (given(name) !== null) problems.push(`${name} cannot be set together with TRAINING`);
  const port = wholeNumber('PORT', 3000, 65_535);
  address('DATABASE_URL', ['postgres:', 'postgresql:']);
  const redisUrl = address('REDIS_URL', ['redis:', 'rediss:']);
  const runsJobs = flag('RUN_JOBS') || redisUrl === null;
  const smtpUrl = address('SMTP_URL', ['smtp:', 'smtps:']);

  const publicOrigin = address('PUBLIC_ORIGIN', mode === 'production' ? ['https:'] : ['https:', 'http:']);
  if (publicOrigin !== null && new URL(publicOrigin).pathname !== '/')
    problems.push('PUBLIC_ORIGIN has a path');
  if (mode === 'production' && given('PUBLIC_ORIGIN') === null) problems.push('PUBLIC_ORIGIN is missing');

  const secret = secretOf(given, problems);
  if (mode === 'production' && secret === null) problems.push('SECRET or SECRET_FILE is missing');
  if (secret !== null && Buffer.byteLength(secret) < shortestSecret)
    problems.push(`SECRET must have at least ${shortestSecret} bytes`);
  if (mode === 'production' && secret !== null && isGuessable(secret))
    problems.push('SECRET is a well-known one');

  const now = onlyIn('NOW', ['demo', 'test']);
  if (now !== null && (!instantWithOffset.test(now) || Number.isNaN(Date.parse(now))))
    problems.push('NOW must be an instant with its offset, like 2026-04-21T09:00+09:00');

  const env: Env = {
    mode,
    port,
    dataDir: dataDirOf(source),
    database: databaseOf(source),
    redisUrl,
    runsJobs,
    workerPort: given('WORKER_PORT') === null ? null : wholeNumber('WORKER_PORT', 0, 65_535),
    rulesDir: path.resolve(onlyIn('RULES_DIR', ['demo', 'test']) ?? 'rules'),
    smtpUrl: smtpUrl ?? (mode === 'production' ? 'smtp://localhost:25' : null),
    smtpTls: oneOf(
      'SMTP_TLS',
      ['required', 'opportunistic'],
      mode === 'production' ? 'required' : 'opportunistic',
    ),
    metrics:
      given('METRICS_PORT') === null
        ? null
        : {
            host: given('METRICS_HOST') ?? '127.0.0.1',
            port: wholeNumber('METRICS_PORT', 0, 65_535, 1),
          },
    backupDays: wholeNumber('BACKUP_DAYS', longestBackupDays, longestBackupDays, 1),
    origin: publicOrigin === null ? `http://localhost:${port}` : new URL(publicOrigin).origin,
    secret,
    proxyHops: wholeNumber('PROXY_HOPS', 0, 5),
    training: training !== null,
    now,
    faultAt: onlyIn('FAULT_AT', ['test']),
    clockFile: onlyIn('CLOCK_FILE', ['test']),
  };
  if (problems.length > 0) throw new BadEnvironment(`Cannot start: ${problems.join('; ')}.`);
  return env;
}

function secretOf(given: (name: string) => string | null, problems: string[]): string | null {
  const file = given('SECRET_FILE');
  if (file === null) return given('SECRET');
  if (given('SECRET') !== null) problems.push('SECRET and SECRET_FILE are both set');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    problems.push(`SECRET_FILE cannot be read: ${file}`);
    return null;
  }
}
