import { setTimeout as rest } from 'node:timers/promises';
import type { RunningServer } from '#test/support/server.ts';
import type { Chance } from './chance.ts';
import type { Installation, Machine } from './installation.ts';

/** Where a process may die: each step of the acts of the crowd, and of the mails that follow from them. */
const steps = {
  web: ['posting.submit', 'posting.accept'].flatMap((act) =>
    ['changed', 'recorded', 'enqueued', 'receipted', 'committed'].map((step) => `${act}:${step}`),
  ),
  worker: ['mail.postingReceived', 'mail.postingAccepted'].flatMap((kind) =>
    ['claimed', 'ran', 'settled'].map((step) => `${kind}:${step}`),
  ),
};

export type Harvest = {
  kills: number;
  /** How many died at each named step. */
  atSteps: Record<string, number>;
  atRandom: number;
  /** Milliseconds from the death of a process to the next one's "ready", for each kill. */
  recoveries: number[];
};

/** How long a named step may be waited for: the crowd may just have nothing to do with it. */
const stepPatienceMs = 6_000;
/** A random death comes within so many milliseconds after "ready". */
const longestLifeMs = 2_500;
/** The leases of the dead run out: the clock of the installation moves on after so many kills. */
const killsBetweenMoves = 10;
const moveMs = 200_000;

/**
 * Kills with SIGKILL until so many have died, each machine started again at once: in turn at every named step, and at
 * random. Afterwards every machine runs.
 */
export async function reap(
  { machines, clock }: Installation,
  chance: Chance,
  kills: number,
  say: (line: string) => void,
): Promise<{ harvest: Harvest; running: RunningServer[] }> {
  const harvest: Harvest = { kills: 0, atSteps: {}, atRandom: 0, recoveries: [] };
  let begun = 0;
  const nextStep = { web: 0, worker: 0 };
  const withWorkers = machines.some(({ role }) => role === 'worker');
  const stepsOf = ({ role }: Machine): readonly string[] =>
    role === 'web' && !withWorkers ? [...steps.web, ...steps.worker] : steps[role];

  const live = async (machine: Machine): Promise<RunningServer> => {
    let diedAt: number | null = null;
    const started = async (environment: Record<string, string>): Promise<RunningServer> => {
      const server = await machine.start(environment);
      if (diedAt !== null) harvest.recoveries.push(performance.now() - diedAt);
      return server;
    };
    while (begun < kills) {
      begun += 1;
      const known = stepsOf(machine);
      const named = chance.happens(0.6);
      const step = named ? (known[nextStep[machine.role]++ % known.length] ?? null) : null;
      const server = await started(step === null ? {} : { FAULT_AT: step });
      const life = step === null ? chance.milliseconds(0, longestLifeMs) : stepPatienceMs;
      const own = new AbortController();
      const ended = await Promise.race([
        server.ended,
        rest(life, 'alive' as const, { signal: own.signal }).catch(() => 'alive' as const),
      ]);
      own.abort();
      if (ended === 'alive') await server.kill();
      else if (ended !== 'SIGKILL')
        throw new Error(`${machine.name} ended by itself with ${ended}:\n${server.output().slice(-4_000)}`);
      diedAt = performance.now();
      harvest.kills += 1;
      if (ended === 'alive' || step === null) harvest.atRandom += 1;
      else harvest.atSteps[step] = (harvest.atSteps[step] ?? 0) + 1;
      if (harvest.kills % killsBetweenMoves === 0) {
        say(`${harvest.kills} of ${kills} killed`);
        await clock.moveBy(moveMs);
      }
    }
    return started({});
  };

  const running = await Promise.all(machines.map(live));
  return { harvest, running };
}
