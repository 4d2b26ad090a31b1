import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, main, root, Stop, seconds } from '../../app/install.mjs';

/**
 * `npm run bench -- NAME [--json] [--scale nation/10]`: measures, and prints a table, or with --json one object
 * `{ bench, machine, commit, results: [{ name, value, unit, against, goal, met }] }`. What it is doing goes to stderr.
 * NAME is that of a file `NAME.bench.ts` beside this one, or `all`; the scale (db/seeds/volume/scale.ts) is that of the invented data, where a bench takes some. With --keep
 * what was measured takes the place of the last run in docs/performance/last-run.json, of which `npm run docs` makes a page.
 */

/** @typedef {import('./support/bench.ts').Bench} Bench */
/** @typedef {import('./support/bench.ts').BenchResult} BenchResult */

const here = path.join(root, 'test/bench');
const known = readdirSync(here)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));

function readOptions() {
  const args = process.argv.slice(2);
  const flags = ['--json', '--keep'];
  const scaleAt = args.indexOf('--scale');
  const scale = scaleAt === -1 ? null : (args[scaleAt + 1] ?? null);
  const [name, ...more] = args.filter(
    (argument, index) =>
      !flags.includes(argument) && (scaleAt === -1 || ![scaleAt, scaleAt + 1].includes(index)),
  );
  if (name === undefined || more.length > 0 || ![...known, 'all'].includes(name))
    throw new Stop(`Which benchmark? npm run bench -- NAME [--json], NAME one of: ${known.join(', ')}, all.`);
  return { name, scale, json: args.includes('--json'), keep: args.includes('--keep') };
}

/** Those that measure the built server. */
const servers = ['backtest', 'client', 'nights', 'pages', 'scale', 'start', 'all'];

const git = (/** @type {string[]} */ ...args) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** The commit that is measured; `+` when files differ from it. */
function commit() {
  if (!existsSync(path.join(root, '.git'))) return null;
  try {
    return `${git('rev-parse', '--short=12', 'HEAD')}${git('status', '--porcelain') === '' ? '' : '+'}`;
  } catch {
    return null;
  }
}

const machine = () => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  platform: `${process.platform}-${process.arch}`,
  node: process.version,
});

/**
 * Measured is what would run in production: bundled as app/bundle.mjs bundles the process.
 *
 * @param {string} name
 * @returns {Promise<Bench>}
 */
async function bundled(name) {
  const { build } = await import('esbuild');
  const folder = path.join(root, 'node_modules/.cache/madoguchi-bench');
  mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, `${name}.mjs`);
  await build({
    entryPoints: [path.join(here, `${name}.bench.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  const { bench } = await import(pathToFileURL(outfile).href);
  return bench;
}

/**
 * Where a character takes two columns, the table still stands straight.
 *
 * @param {readonly BenchResult[]} results
 */
function table(results) {
  const rows = results.map(({ name, value, unit, against, goal, met }) => [
    met === null ? ' ' : met ? '✓' : '✗',
    name,
    value.toLocaleString('en', { maximumSignificantDigits: 3 }),
    against === null ? unit : `${unit} ${against}`,
    goal ?? '',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 2 ? cell.padStart(widths[2] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * Each benchmark has its last run, with the machine and the commit of its own.
 *
 * @param {string} name
 * @param {readonly BenchResult[]} results
 */
function keepRun(name, results) {
  const file = path.join(root, 'docs/performance/last-run.json');
  const runs = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  mkdirSync(path.dirname(file), { recursive: true });
  const ran = { ...runs, [name]: { machine: machine(), commit: commit(), results } };
  const sorted = Object.fromEntries(Object.entries(ran).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
}

await main(async () => {
  const { name, scale, json, keep } = readOptions();
  // stdout is the measurement's alone; an installation speaks on stderr.
  const { log } = console;
  console.log = console.error;
  await ensureInstalled();
  if (servers.includes(name)) await ensureBuilt();
  console.log = log;
  const say = (/** @type {string} */ line) => process.stderr.write(`… ${line}\n`);
  /** @type {BenchResult[]} */
  const results = [];
  const start = performance.now();
  for (const each of name === 'all' ? known : [name]) {
    const measured = await (await bundled(each))({ root, say, scale });
    if (keep) keepRun(each, measured);
    results.push(
      ...measured.map((result) => (name === 'all' ? { ...result, name: `${each}: ${result.name}` } : result)),
    );
  }
  process.stderr.write(`measured in ${seconds(start)}\n`);
  console.log(
    json
      ? JSON.stringify({ bench: name, machine: machine(), commit: commit(), results }, null, 2)
      : table(results),
  );
});
