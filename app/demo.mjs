import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, watch } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  ensureBuilt,
  ensureInstalled,
  main,
  root,
  run,
  Stop,
  seconds,
  sourceFolders,
  step,
} from './install.mjs';

/**
 * `npm run demo [-- --reset] [-- --watch]`: from a fresh clone to a running demo, with nothing but Node. Run again, it
 * keeps the data. `--reset` starts over with fresh invented data, `--watch` builds and restarts after each change.
 *
 * `npm run training [-- --reset]` is the same as 練習モード: a place of its own for the data, a clock that can be moved,
 * and nothing taken from an environment that may be that of an installation in use.
 */

const training = process.argv.includes('--training');
const command = training ? 'npm run training' : 'npm run demo';
const port = Number(process.env.PORT ?? (training ? 3100 : 3000));
const dataDirectory = path.resolve(
  root,
  training ? (process.env.TRAINING_DIR ?? 'data/training') : (process.env.DATA_DIR ?? 'data'),
);
const forTraining = {
  TRAINING: '1',
  DATABASE_URL: undefined,
  REDIS_URL: undefined,
  SMTP_URL: undefined,
  SECRET: undefined,
  SECRET_FILE: undefined,
  PUBLIC_ORIGIN: undefined,
};
/** @type {NodeJS.ProcessEnv} */
const environment = {
  ...process.env,
  ...(training ? forTraining : {}),
  NODE_ENV: 'production',
  DEMO: '1',
  PORT: String(port),
  DATA_DIR: dataDirectory,
};
const address = `http://localhost:${port}`;

function readOptions() {
  const options = new Set(process.argv.slice(2));
  const unknown = [...options].find((option) => !['--reset', '--watch', '--training'].includes(option));
  if (unknown !== undefined) throw new Stop(`I know --reset and --watch, not ${unknown}.`);
  return { reset: options.has('--reset'), watching: options.has('--watch') };
}

/** Whether somebody answers on the port. @param {string} host */
const answersOn = (host) =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    const answer = (/** @type {boolean} */ taken) => {
      socket.destroy();
      resolve(taken);
    };
    socket.once('connect', () => answer(true)).once('error', () => answer(false));
  });

async function checkPort() {
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Stop(`PORT is ${process.env.PORT}; it has to be a number from 1 to 65535.`);
  if ((await answersOn('127.0.0.1')) || (await answersOn('::1')))
    throw new Stop(
      `Port ${port} is taken. Stop what listens there, or choose another: PORT=${port + 1} ${command}`,
    );
}

/** @param {boolean} startOver */
const prepareDatabase = (startOver) =>
  step(startOver ? 'starting over with a fresh database' : 'preparing the database', async () => {
    const commands = startOver ? ['reset', 'migrate', 'seed'] : ['migrate', 'seed'];
    const { code, output } = await run(
      process.execPath,
      ['--import', 'tsx', 'db/cli.ts', ...commands],
      environment,
    );
    if (code !== 0) throw new Stop(output.trim());
  });

const isReady = async () => {
  try {
    return (await fetch(`${address}/readyz`)).status === 200;
  } catch {
    return false;
  }
};

const logFile = path.join(dataDirectory, 'server.log');

/** Starts the server and resolves once it is ready to serve. */
const startServer = () =>
  step('starting the server', async () => {
    const log = openSync(logFile, 'w');
    const server = spawn(process.execPath, ['build/process/server.js'], {
      cwd: root,
      env: environment,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    const giveUpAt = performance.now() + 60_000;
    while (!(await isReady())) {
      if (server.exitCode !== null)
        throw new Stop(`The server ended at once:\n${readFileSync(logFile, 'utf8').trim()}`);
      if (performance.now() > giveUpAt) {
        server.kill('SIGKILL');
        throw new Stop(`The server was not ready within a minute; its log is ${logFile}`);
      }
      await pause(100);
    }
    return server;
  });

/** @param {import('node:child_process').ChildProcess} server */
const ended = (server) =>
  server.exitCode === null && server.signalCode === null
    ? new Promise((resolve) => server.once('exit', resolve))
    : Promise.resolve();

/** @param {number} start */
function sayWhereToGo(start) {
  const { password, staff, employers } = JSON.parse(
    readFileSync(path.join(root, 'fixtures/demoAccounts.json'), 'utf8'),
  );
  const row = (/** @type {{ name: string, signIn: string, about: string }} */ { name, signIn, about }) =>
    `    ${signIn.padEnd(36)}${name}  ${about}`;
  console.log(
    [
      '',
      `Ready after ${seconds(start)}: ${address}`,
      '',
      `  Counter   ${address}/staff/login`,
      ...staff.map(row),
      `  Employers ${address}/mypage/login`,
      ...employers.map(row),
      `  Password of them all: ${password}   (the sign-in pages also have one-click buttons)`,
      '',
      ...(training ? [`  The clock: ${address}/staff/training`, ''] : []),
      `Everything in it is invented. Ctrl-C stops it; the data stay. Log: ${path.relative(root, logFile)}`,
      '',
    ].join('\n'),
  );
}

/** Builds and restarts after each change of the sources, until the process is told to stop. */
async function restartOnChange(/** @type {() => Promise<void>} */ restart) {
  let due = false;
  for (const folder of sourceFolders) {
    watch(folder, { recursive: true }, () => {
      due = true;
    });
  }
  for (;;) {
    await pause(300);
    if (!due) continue;
    due = false;
    await ensureBuilt().then(restart, (error) => console.error(error.message));
  }
}

await main(async () => {
  const start = performance.now();
  const { reset: startOver, watching } = readOptions();
  await checkPort();
  await ensureInstalled();
  await ensureBuilt();
  await prepareDatabase(startOver);
  let server = await startServer();
  sayWhereToGo(start);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    server.kill('SIGTERM');
    await ended(server);
    console.log('Stopped.');
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  if (!watching) {
    server.once('exit', (code) => {
      if (stopping) return;
      console.error(`The server ended by itself (exit code ${code}); its log is ${logFile}`);
      process.exit(1);
    });
    return;
  }
  await restartOnChange(async () => {
    server.kill('SIGTERM');
    await ended(server);
    await prepareDatabase(false);
    server = await startServer();
  });
});
