import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureInstalled, main, root, Stop } from '../../app/install.mjs';
import { findPostgres } from '../support/postgres.mjs';
import { findRedis } from '../support/redis.mjs';

/**
 * `npm run chaos -- [--json] [--kills N] [--seed S] [--only sqlite-embedded|postgres-bull]`: while people submit and
 * accept postings, kills the processes with SIGKILL N times on each installation and makes everything around them fail.
 * Prints what was acknowledged and what came of it, with --json as one object; what it is doing goes to stderr. Exit code
 * 1 when something was lost, doubled or half done. The Redis database of TEST_REDIS_URL is emptied.
 */

/** Counts that have to be 0. */
const faults = ['lost', 'duplicated', 'halfDone', 'mailsMissing', 'auditBreaks'];
const faultsOfEach = ['slotsUndone', 'jobsDead', 'unexpectedAnswers'];

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        kills: { type: 'string', default: '500' },
        seed: { type: 'string', default: '20261124' },
        only: { type: 'string' },
      },
    });
    const { json, kills, seed, only } = values;
    if (![kills, seed].every((text) => /^\d{1,9}$/.test(text))) throw new Error('N and S are whole numbers.');
    if (only !== undefined && !['sqlite-embedded', 'postgres-bull'].includes(only))
      throw new Error('--only knows sqlite-embedded and postgres-bull.');
    return { json, kills, seed, only };
  } catch (error) {
    throw new Stop(
      `${error instanceof Error ? error.message : error}\nThere are --json, --kills N, --seed S and --only NAME.`,
    );
  }
}

await main(async () => {
  const { json, kills, seed, only } = readOptions();
  // stdout is the figures' alone; an installation speaks on stderr.
  const { log } = console;
  console.log = console.error;
  await ensureInstalled();
  await ensureBuilt();
  console.log = log;
  const postgres = await findPostgres();
  const redis = await findRedis();
  if (postgres === null || redis === null) {
    if (only === 'postgres-bull') throw new Stop('No PostgreSQL or no Redis lets us in.');
    process.stderr.write('… no PostgreSQL or no Redis lets us in: SQLite only\n');
  }
  const child = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      'test/chaos/main.ts',
      `--kills=${kills}`,
      `--seed=${seed}`,
      ...(postgres !== null && redis !== null ? [`--postgres=${postgres}`, `--redis=${redis}`] : []),
      ...(only === undefined ? [] : [`--only=${only}`]),
    ],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 64 * 1024 * 1024 },
  );
  if (child.status !== 0) throw new Stop('The run did not come to its end.');
  const report = JSON.parse(child.stdout);
  console.log(JSON.stringify(report, null, json ? 0 : 2));
  const wrong = [
    ...faults.filter((name) => report[name] > 0),
    ...report.installations.flatMap((/** @type {Record<string, number | string>} */ each) =>
      faultsOfEach.filter((name) => Number(each[name]) > 0).map((name) => `${each.installation}: ${name}`),
    ),
  ];
  if (wrong.length > 0) throw new Stop(`Not 0: ${wrong.join(', ')}`);
});
