import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What `npm run demo` and `npm test` do before anything else. Plain Node: nothing is installed yet. */

export const root = path.resolve(fileURLToPath(import.meta.url), '../..');

/** A message for the person at the keyboard: printed without a stack. */
export class Stop extends Error {}

const inRoot = (/** @type {string[]} */ ...parts) => path.join(root, ...parts);
const sha256 = (/** @type {string | Buffer} */ text) => createHash('sha256').update(text).digest('hex');
const readIfThere = (/** @type {string} */ file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** Seconds since `start` (performance.now()), for people: `12 s`, `0.4 s`. */
export const seconds = (/** @type {number} */ start) => {
  const value = (performance.now() - start) / 1000;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} s`;
};

/**
 * Runs one step and says so: its name at the beginning, a sign of life every 20 seconds, the time at the end.
 *
 * @template Result
 * @param {string} name
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function step(name, work) {
  const start = performance.now();
  console.log(`… ${name}`);
  const heartbeat = setInterval(() => console.log(`… ${name}, still at it after ${seconds(start)}`), 20_000);
  try {
    const result = await work();
    console.log(`✓ ${name} (${seconds(start)})`);
    return result;
  } catch (error) {
    console.log(`✗ ${name} (${seconds(start)})`);
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}

/**
 * Runs a command in the project's root and collects what it prints.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The same npm that started this process, else the one on the path. */
const npm = () =>
  process.env.npm_execpath
    ? { command: process.execPath, first: [process.env.npm_execpath] }
    : { command: 'npm', first: [] };

const oldestNode = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new Stop(`This is Node ${process.versions.node}; ${oldestNode.join('.')} or newer is needed.`);
  }
}

/** Headers that lie beside the node binary spare node-gyp its download when sqlite3 has to be compiled. */
function environmentForCompiling() {
  const prefix = path.resolve(process.execPath, '../..');
  const known =
    process.env.npm_config_nodedir || !existsSync(path.join(prefix, 'include/node/node_version.h'));
  return known ? process.env : { ...process.env, npm_config_nodedir: prefix };
}

const missingCompilers = () =>
  ['python3', 'make', 'g++'].filter(
    (tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status !== 0,
  );

const lastLines = (/** @type {string} */ output, count = 30) =>
  output.trimEnd().split('\n').slice(-count).join('\n');

/** Whether node_modules is what package-lock.json asks for. */
function isInstalled(/** @type {string} */ stampFile, /** @type {string} */ wanted) {
  const stamp = readIfThere(stampFile);
  if (stamp !== '') return stamp === wanted;
  // Installed by hand: npm leaves its own mark, which is newer than the lock it followed.
  const mark = inRoot('node_modules/.package-lock.json');
  return existsSync(mark) && statSync(mark).mtimeMs >= statSync(inRoot('package-lock.json')).mtimeMs;
}

/** `npm ci`, when node_modules is missing or was installed from another package-lock.json. */
export async function ensureInstalled() {
  checkNode();
  const stampFile = inRoot('node_modules/.madoguchi-installed');
  const wanted = sha256(readFileSync(inRoot('package-lock.json')));
  if (!isInstalled(stampFile, wanted)) {
    await step(
      'installing packages (npm ci; about two minutes where sqlite3 has to be compiled)',
      async () => {
        const { command, first } = npm();
        const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund'];
        const { code, output } = await run(command, args, environmentForCompiling());
        if (code === 0) return;
        const missing = missingCompilers();
        if (missing.length > 0 && /sqlite3|node-gyp|gyp ERR/.test(output)) {
          throw new Stop(
            `sqlite3's prebuilt binary could not be had, and compiling it needs ${missing.join(', ')}: please install (Debian: apt-get install python3 make g++).`,
          );
        }
        throw new Stop(`npm ci failed:\n${lastLines(output)}`);
      },
    );
  }
  writeFileSync(stampFile, wanted);
}

const sources = ['app', 'rules', 'db', 'jobs', 'fixtures'];
const configuration = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'remix.config.js',
  'vite.config.ts',
];

/** Folders whose change makes a build old; for `--watch`. */
export const sourceFolders = sources.map((folder) => inRoot(folder));

/** One hash over every file that the build reads. */
function hashOfSources() {
  const hash = createHash('sha256');
  const files = sources.flatMap((folder) =>
    readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  for (const file of [...files, ...configuration.map((name) => inRoot(name))].toSorted()) {
    hash.update(`${path.relative(root, file)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** `npm run build`, when a source has changed since the last one. */
export async function ensureBuilt() {
  const stampFile = inRoot('build/.sources');
  const wanted = hashOfSources();
  if (readIfThere(stampFile) === wanted) return;
  await step('building (about 20 seconds)', async () => {
    const { command, first } = npm();
    const { code, output } = await run(command, [...first, 'run', '--silent', 'build']);
    if (code !== 0) throw new Stop(`npm run build failed:\n${lastLines(output, 60)}`);
    mkdirSync(inRoot('build'), { recursive: true });
    writeFileSync(stampFile, wanted);
  });
}

/** Runs a script's main part: a Stop is printed as one message, anything else with its stack. */
export async function main(/** @type {() => Promise<void>} */ work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
