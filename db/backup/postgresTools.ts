import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refused } from '../refused.ts';

/** Programs of PostgreSQL's client package; they have to be of the server's version or newer. */
type Tool = 'pg_dump' | 'pg_restore' | 'psql';

type Running = ChildProcess & { stdin: Writable; stdout: Readable };

/** The address without its password, which would stand in the list of processes, and the environment that has it. */
function connection(url: string): { address: string; environment: Readonly<Record<string, string>> } {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  return { address: address.href, environment: password === '' ? {} : { PGPASSWORD: password } };
}

function start(
  tool: Tool,
  args: readonly string[],
  path: string,
  environment: Readonly<Record<string, string>> = {},
) {
  const child = spawn(tool, args, {
    env: { NODE_ENV: 'production', PATH: path, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  }) as Running;
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  child.stdin.on('error', () => {});
  const missing = once(child, 'error').then(([error]) => {
    throw error.code === 'ENOENT'
      ? new Refused(
          `${tool} is missing: install PostgreSQL's client programs, of the server's version or newer (Debian: apt-get install postgresql-client).`,
        )
      : error;
  });
  const closed = once(child, 'close').then(([code]) => {
    if (code !== 0) throw new Refused(`${tool} failed: ${said.trim()}`);
  });
  const ended = Promise.race([closed, missing]);
  // Whoever waits hears of it; nobody else has to.
  ended.catch(() => {});
  return { child, ended };
}

/** Dumps the tables of an installation into a file, as of one moment, while others read and write. */
export async function dumpPostgres(url: string, file: string, path: string): Promise<void> {
  const { address, environment } = connection(url);
  const options = ['--format=custom', '--schema=public', '--no-owner', '--no-privileges', `--file=${file}`];
  await start('pg_dump', [...options, `--dbname=${address}`], path, environment).ended;
}

/** Reads the table of contents of a dump. @throws Refused when it cannot be read */
export async function checkDump(file: string, path: string): Promise<void> {
  const { child, ended } = start('pg_restore', ['--list', file], path);
  child.stdout.resume();
  await ended;
}

/**
 * Puts a dump in the place of the tables that are there, which move to the schema `aside`: in one transaction, so that
 * others see all of it or nothing.
 */
export async function loadPostgres(url: string, file: string, aside: string, path: string): Promise<void> {
  const { address, environment } = connection(url);
  const options = ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', '--output=/dev/null'];
  const psql = start('psql', [...options, `--dbname=${address}`], path, environment);
  psql.child.stdin.write(`begin;\nalter schema public rename to ${aside};\n`);
  const dump = start('pg_restore', ['--no-owner', '--no-privileges', '--file=-', file], path);
  try {
    await Promise.race([
      Promise.all([pipeline(dump.child.stdout, psql.child.stdin, { end: false }), dump.ended]),
      psql.ended,
    ]);
  } catch (error) {
    // Without its commit everything is as before.
    psql.child.kill('SIGKILL');
    dump.child.kill('SIGKILL');
    throw error;
  }
  psql.child.stdin.end('commit;\n');
  await psql.ended;
}
