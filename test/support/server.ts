import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { secret } from './world.ts';

/** A built process of ours, running; `FAULT_AT` and the like go into its environment. */
export type RunningServer = {
  /** Where it answers; a worker only how it is. */
  origin: string;
  /** Of the process, for what the system knows of it. */
  pid: number;
  /** What it has printed so far; for the message of a failing test. */
  output(): string;
  /** Resolves with the signal or code it ended with. */
  ended: Promise<NodeJS.Signals | number | null>;
  /** As its supervisor ends it: SIGTERM. */
  stop(): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** As a power cut ends it: SIGKILL. */
  kill(): Promise<void>;
};

/** A port that nobody listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port.')),
      );
    });
  });

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

async function answers(origin: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (hasEnded(child)) return;
    const ready = await fetch(`${origin}/readyz`).then(
      (response) => response.status === 200,
      () => false,
    );
    if (ready) return;
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

function start(program: string, origin: string, environment: Record<string, string>) {
  const child = spawn(process.execPath, [`build/process/${program}.js`], {
    env: { PATH: process.env.PATH, NODE_ENV: 'test', SECRET: secret, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      printed += chunk;
    });
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code));
  });
  const endBy = (signal: NodeJS.Signals) => async (): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  const running: RunningServer = {
    origin,
    pid: child.pid ?? 0,
    output: () => printed,
    ended,
    stop: endBy('SIGTERM'),
    kill: endBy('SIGKILL'),
    signal: (signal) => void child.kill(signal),
  };
  return { child, running };
}

async function whenReady({ child, running }: ReturnType<typeof start>): Promise<RunningServer> {
  await answers(running.origin, child);
  if (child.exitCode !== null) throw new Error(`The process ended at once:\n${running.output()}`);
  return running;
}

/** Starts build/process/server.js in test mode and waits until /readyz answers, or until a fault has ended it. */
export async function startServer(environment: Record<string, string>): Promise<RunningServer> {
  const port = environment.PORT ?? String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  return whenReady(start('server', origin, { PORT: port, PUBLIC_ORIGIN: origin, ...environment }));
}

/** Starts build/process/worker.js in the same way; it writes the mails of the site at `PUBLIC_ORIGIN`. */
export async function startWorker(environment: Record<string, string>): Promise<RunningServer> {
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  return whenReady(start('worker', origin, { WORKER_PORT: port, PUBLIC_ORIGIN: origin, ...environment }));
}
