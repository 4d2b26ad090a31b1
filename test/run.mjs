import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt, ensureInstalled, main, root, run, Stop, step } from '../app/install.mjs';
import { findPostgres } from './support/postgres.mjs';
import { findRedis } from './support/redis.mjs';

/**
 * `npm test [-- --deep] [-- --only unit,lint]`: every check of the project, from a fresh clone on. The last line says
 * `N passed, N failed`. With REQUIRE_SUITES (postgres, redis, browser) a suite that cannot run here is a failure.
 */

const checks = {
  lint: { command: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
  types: { command: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  rules: { command: ['--import', 'tsx', 'rules/cli.ts', 'check'] },
};
/** Projects of test/vitest.config.ts; the browser walk comes last and alone. */
const suites = ['unit', 'database', 'scenarios', 'e2e'];
const requirable = ['postgres', 'redis', 'browser'];

const results = path.join(root, 'node_modules/.cache/madoguchi-tests');

function readOptions() {
  const args = process.argv.slice(2);
  const known = [...Object.keys(checks), ...suites];
  const onlyAt = args.indexOf('--only');
  const only = onlyAt === -1 ? known : (args[onlyAt + 1] ?? '').split(',');
  const rest = args.filter((_, index) => onlyAt === -1 || (index !== onlyAt && index !== onlyAt + 1));
  const unknown =
    only.find((name) => !known.includes(name)) ?? rest.find((argument) => argument !== '--deep');
  if (unknown !== undefined)
    throw new Stop(`I do not know "${unknown}". There is --deep, and --only with: ${known.join(', ')}.`);
  const required = (process.env.REQUIRE_SUITES ?? '').split(/[\s,]+/).filter((name) => name !== '');
  const strange = required.find((name) => !requirable.includes(name));
  if (strange !== undefined)
    throw new Stop(`REQUIRE_SUITES has "${strange}"; there are: ${requirable.join(', ')}.`);
  return { only, deep: rest.includes('--deep'), required };
}

/** @param {string} program */
const onPath = (program) => {
  const found = (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, program))
    .find((file) => existsSync(file));
  return found ?? null;
};

/** A browser that is there already: the named one, the system's, or Playwright's own. */
async function installedBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named && existsSync(named)) return named;
  const system = ['chromium', 'chromium-browser', 'google-chrome'].map(onPath).find((file) => file !== null);
  if (system) return system;
  const { chromium } = await import('playwright-core');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

/** Debian's package when root, else Playwright's own download. */
async function fetchBrowser() {
  const isDebianRoot = process.getuid?.() === 0 && onPath('apt-get') !== null;
  const fetched = isDebianRoot
    ? await run('sh', [
        '-c',
        'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk',
      ])
    : await run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
  return fetched.code === 0 ? installedBrowser() : null;
}

async function findBrowser() {
  const browser =
    (await installedBrowser()) ?? (await step('no Chromium found, installing one', fetchBrowser));
  if (browser === null)
    console.log(
      '  Browser tests are left out: please install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
    );
  return browser;
}

/**
 * The servers to test with; says so where there is none.
 *
 * @template Server
 * @param {Promise<Server>} finding
 * @param {string} without
 */
async function orSay(finding, without) {
  const found = await finding;
  if (found === null) console.log(`  ${without}`);
  return found;
}

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** One check is one test: it passes or its output is shown. @returns {Promise<Count>} */
const check = async (/** @type {keyof typeof checks} */ name) => {
  const { code, output } = await step(name, () => run(process.execPath, checks[name].command));
  if (code === 0) return { passed: 1, failed: 0, skipped: 0 };
  console.log(`${output.trimEnd()}\n✗ ${name} failed`);
  return { passed: 0, failed: 1, skipped: 0 };
};

/**
 * A file that could not even be read has no tests; it counts as one failure.
 *
 * @param {string} file
 * @returns {Count}
 */
function countOf(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const broken = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ one) =>
      one.status === 'failed' && !one.assertionResults.some(({ status }) => status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Runs projects of vitest with their output on the screen.
 *
 * @param {readonly string[]} projects
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<Count>}
 */
async function vitest(projects, environment) {
  if (projects.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const report = path.join(results, `${projects.join('-')}.json`);
  return step(projects.join(', '), async () => {
    const { status } = spawnSync(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--config',
        'test/vitest.config.ts',
        '--passWithNoTests',
        ...projects.flatMap((project) => ['--project', project]),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      { cwd: root, env: environment, stdio: ['ignore', 'inherit', 'inherit'] },
    );
    const count = countOf(report);
    return status !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
  });
}

await main(async () => {
  const { only, deep, required } = readOptions();
  await ensureInstalled();
  mkdirSync(results, { recursive: true });

  const needsBrowser = only.includes('e2e');
  const needsServers = ['database', 'scenarios', 'e2e'].some((suite) => only.includes(suite));
  const browser = needsBrowser ? await findBrowser() : null;
  const postgres = needsServers
    ? await orSay(
        findPostgres(),
        'No PostgreSQL lets us in on port 5432: the database suites run on SQLite only.',
      )
    : null;
  const redis = needsServers
    ? await orSay(findRedis(), 'No Redis answers on port 6379: the suites of several machines are left out.')
    : null;
  /** @type {NodeJS.ProcessEnv} */
  const environment = {
    ...process.env,
    NODE_ENV: 'test',
    ...(browser === null ? {} : { CHROMIUM_PATH: browser }),
    ...(postgres === null ? {} : { TEST_DATABASE_URL: postgres }),
    ...(redis === null ? {} : { TEST_REDIS_URL: redis }),
    ...(deep ? { DEEP: '1' } : {}),
  };
  if (postgres === null) delete environment.TEST_DATABASE_URL;
  if (redis === null) delete environment.TEST_REDIS_URL;

  // Two lanes for two cores: the build beside the checks that do not need it.
  /** @type {(keyof typeof checks)[]} */
  const wantedChecks = ['lint', 'types', 'rules'];
  const checkLane = async () => {
    const counts = [];
    for (const name of wantedChecks) if (only.includes(name)) counts.push(await check(name));
    return counts;
  };
  const needsBuild = suites.some((suite) => only.includes(suite));
  const [checked] = await Promise.all([checkLane(), needsBuild ? ensureBuilt() : undefined]);

  const quiet = suites.filter((suite) => suite !== 'e2e' && only.includes(suite));
  const counts = [...checked, await vitest(quiet, environment)];
  if (browser !== null) counts.push(await vitest(['e2e'], environment));

  const missing = [
    ...(required.includes('browser') && needsBrowser && browser === null ? ['browser'] : []),
    ...(required.includes('postgres') && needsServers && postgres === null ? ['postgres'] : []),
    ...(required.includes('redis') && needsServers && redis === null ? ['redis'] : []),
  ];
  for (const suite of missing) console.log(`✗ the ${suite} suite is required here and could not run`);

  const sum = (/** @type {keyof Count} */ what) => counts.reduce((total, count) => total + count[what], 0);
  const skipped = sum('skipped');
  const forbiddenSkips = required.length > 0 ? skipped : 0;
  if (skipped > 0)
    console.log(`${skipped} skipped${forbiddenSkips > 0 ? ', which counts as failed here' : ''}`);
  const failed = sum('failed') + missing.length + forbiddenSkips;
  console.log(`${sum('passed')} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
