import path from 'node:path';
import { parseArgs } from 'node:util';
import { secretsOf } from '#app/composition.server.ts';
import { BadEnvironment, type Env, readEnv } from '#app/env.server.ts';
import { Refused } from '../refused.ts';
import { forgetOld, makeBackup } from './make.ts';
import { checkBackup, restoreBackup } from './restore.ts';

/**
 * `npm run backup [-- FOLDER]` makes a backup of the installation in a folder of its own below FOLDER (`backups` in
 * DATA_DIR), also while it is in use, and removes those that are older than BACKUP_DAYS.
 * `npm run restore -- BACKUP` looks a backup through; with `--yes` it puts it in the place of the data that are there.
 * JSON on stdout, messages on stderr, exit code 1 when something is wrong. Neither changes the schema.
 */

const installationOf = ({ database, dataDir }: Env) => ({ database, dataDir, path: process.env.PATH ?? '' });

const presentOf = ({ now }: Env): Date => (now === null ? new Date() : new Date(now));

async function backup(env: Env, words: readonly string[]): Promise<object> {
  const { positionals } = parseArgs({ args: [...words], allowPositionals: true });
  if (positionals.length > 1) throw new Refused('Usage: npm run backup [-- FOLDER]');
  const folder = path.resolve(positionals[0] ?? path.join(env.dataDir, 'backups'));
  const orders = { ...installationOf(env), folder, now: presentOf(env) };
  const { files, ...made } = await makeBackup(orders);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { ...made, files: files.length, bytes, forgotten: await forgetOld(orders, env.backupDays) };
}

async function restore(env: Env, words: readonly string[]): Promise<object> {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { yes: { type: 'boolean', default: false } },
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new Refused('Usage: npm run restore -- BACKUP [--yes]');
  const { auditKey } = await secretsOf(env);
  const orders = { ...installationOf(env), folder: path.resolve(folder), now: presentOf(env), auditKey };
  const { madeAt, schema, files } = await checkBackup(orders);
  const found = { backup: orders.folder, madeAt, schema, files: files.length };
  if (!values.yes) {
    console.error(
      'The backup is whole. Nothing was changed; --yes puts it in the place of the present data.',
    );
    return { ...found, restored: false };
  }
  return { ...found, restored: true, ...(await restoreBackup(orders)) };
}

const commands = { backup, restore };

try {
  const [name = '', ...words] = process.argv.slice(2);
  if (name !== 'backup' && name !== 'restore') throw new Refused('Usage: npm run backup | npm run restore');
  console.log(JSON.stringify(await commands[name](readEnv(process.env), words)));
} catch (error) {
  const expected =
    error instanceof Refused ||
    error instanceof BadEnvironment ||
    (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  console.error(expected ? (error as Error).message : error);
  process.exitCode = 1;
}
