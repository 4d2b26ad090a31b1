import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { secret } from './world.ts';

/** The built server as a real process on a free port; `FAULT_AT` and the like go into `environment`. */
export type RunningServer = {
  origin: string;
  /** Of the process, for what the system knows of it. */
  pid: number;
  /** What it has printed so far; for the message of a failing test. */
  output(): string;
  /** Resolves with the signal or code it ended with. */
  ended: Promise<NodeJS.Signals | number | null>;
  stop(): Promise<void>;
  signal(signal: NodeJS.Signals): void;
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

async function answers(origin: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (child.exitCode !== null) return;
    const ready = await fetch(`${origin}/readyz`).then(
      (response) => response.status === 200,
      () => false,
    );
    if (ready) return;
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

/** Starts build/process/server.js in test mode and waits until /readyz answers. */
export async function startServer(environment: Record<string, string>): Promise<RunningServer> {
  const port = environment.PORT ?? String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['build/process/server.js'], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      PORT: port,
      PUBLIC_ORIGIN: origin,
      SECRET: secret,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  child.stderr.on('data', (chunk) => {
    printed += chunk;
  });
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code));
  });
  await answers(origin, child);
  if (child.exitCode !== null) throw new Error(`The server ended at once:\n${printed}`);
  return {
    origin,
    pid: child.pid ?? 0,
    output: () => printed,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
    signal: (signal) => void child.kill(signal),
  };
}
