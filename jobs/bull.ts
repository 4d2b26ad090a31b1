import Bull from 'bull';
import { Redis, type RedisOptions } from 'ioredis';
import { toInstant } from '#app/domain/clock.ts';
import type { DueJob, JobStore } from '#db/stores/jobs.ts';
import { createExecution, type ExecutionOptions } from './execution.ts';
import { type Queue, withPatience } from './queue.ts';
import { createRounds } from './rounds.ts';

export type BullOptions = ExecutionOptions & {
  /** `redis://` or `rediss://`, with the number of the database as its path. */
  redisUrl: string;
  /** The job table outside any transaction. */
  jobs: Pick<JobStore, 'due'>;
  /** Whether this process runs jobs; one that does not only tells the others of due rows. */
  works: boolean;
  /** Writes the jobs of calendar slots that have come, before each look of a process that runs jobs. */
  schedule?: () => Promise<void>;
  /** How often due rows are looked for when nobody calls `wake`. */
  relayMs?: number;
  /** Rows that one look hands over; when they have run, the next look follows at once. */
  mostAtOnce?: number;
  /** How many jobs run at once. */
  concurrency?: number;
  /** Keeps queues on one Redis database apart. */
  prefix?: string;
};

/** A lost connection is sought again every two seconds. */
const connection: RedisOptions = {
  connectTimeout: 5_000,
  enableReadyCheck: false,
  retryStrategy: (times) => Math.min(times * 200, 2_000),
};

/** By what Bull uses a connection for; on those that wait for something to happen it insists on endless patience. */
const connections = {
  client: { ...connection, maxRetriesPerRequest: 1, commandTimeout: 2_000 },
  subscriber: { ...connection, maxRetriesPerRequest: null },
  // Asks for the next job every five seconds, so that a longer silence means a dead connection.
  bclient: { ...connection, maxRetriesPerRequest: null, socketTimeout: 15_000 },
} satisfies Record<string, RedisOptions>;

const everyConnection = ['client', 'subscriber', 'bclient'] as const;

type Message = { id: string };

/**
 * One message for each claim that is due: while it is in Redis the same again is none, and one that died with its worker
 * does not stand in the way of the next claim. What has run leaves nothing there.
 */
const once = ({ id, attempts }: DueJob): Bull.JobOptions => ({
  jobId: `row-${id}-${attempts}`,
  attempts: 1,
  removeOnComplete: true,
  removeOnFail: true,
});

/**
 * The driver for several machines: Bull carries the ids of due rows through Redis, and whoever gets one claims the row
 * as the embedded driver does. Redis may lose, delay or repeat whatever it likes: rows that are due are handed over
 * every few seconds until they are due no more.
 */
export function createBullQueue(options: BullOptions): Queue {
  const { redisUrl, clock, jobs, log, works, prefix = 'madoguchi' } = options;
  const { relayMs = 5_000, mostAtOnce = 500, concurrency = 2, schedule = async () => {} } = options;
  const execute = createExecution(options);

  const clients = new Map<string, Redis>();
  const clientFor = (type: keyof typeof connections): Redis => {
    const known = clients.get(type);
    if (known) return known;
    const client = new Redis(redisUrl, connections[type]);
    client.on('ready', () => rounds.wake());
    // The log hears of it from the next look, and not of every try to reconnect.
    client.on('error', () => {});
    clients.set(type, client);
    return client;
  };
  let made: Bull.Queue<Message> | undefined;
  /** Connects when it is first needed: a command that composes the application and runs no jobs asks nothing of Redis. */
  const bull = (): Bull.Queue<Message> => {
    made ??= new Bull<Message>('jobs', {
      prefix,
      createClient: clientFor,
      // A worker that dies leaves its message "stalled"; with Bull's default the second time would end it.
      settings: { maxStalledCount: Number.MAX_SAFE_INTEGER, retryProcessDelay: 1_000 },
    });
    return made;
  };

  let stopping = false;
  let working = false;
  let moreToCome = false;
  /** Undefined before the first look. */
  let reachable: boolean | undefined;
  const running = new Set<Promise<unknown>>();

  const note = (found: boolean, error?: unknown): void => {
    if (found && reachable === false) log({ event: 'redis.back' });
    if (!found && reachable !== false) log({ event: 'redis.lost', error });
    reachable = found;
  };

  /** Whatever goes wrong leaves the row to the next look. */
  const take = async ({ data }: { data: Message }): Promise<void> => {
    if (stopping) return;
    const run = execute(data.id).catch((error: unknown) => log({ event: 'runner.failed', error }));
    running.add(run);
    await run.finally(() => running.delete(run));
  };

  /**
   * Not before all connections stand: Bull names its worker at once, and where Redis has never answered that ends in a
   * rejection nobody can catch.
   */
  const beginToWork = (): void => {
    if (working || everyConnection.map(clientFor).some(({ status }) => status !== 'ready')) return;
    working = true;
    bull().on('drained', () => {
      if (moreToCome) rounds.wake();
    });
    bull()
      .process(concurrency, take)
      .catch((error: unknown) => {
        if (!stopping) log({ event: 'runner.failed', error });
      });
  };

  const relay = async (): Promise<void> => {
    if (works) await schedule();
    const due = await jobs.due(toInstant(clock.now()), mostAtOnce);
    moreToCome = due.length === mostAtOnce;
    try {
      await clientFor('client').ping();
      await Promise.all(due.map((job) => bull().add({ id: job.id }, once(job))));
      note(true);
    } catch (error) {
      note(false, error);
    }
    if (works) beginToWork();
  };

  const rounds = createRounds(relay, relayMs, (error) => log({ event: 'runner.failed', error }));

  const end = async (): Promise<void> => {
    await rounds.stop();
    await Promise.all(running);
    await made?.close(!reachable);
  };

  return {
    start: rounds.start,
    wake: rounds.wake,
    stop: async () => {
      stopping = true;
      await withPatience(end());
      for (const client of clients.values()) client.disconnect();
    },
    missing: () => (reachable === false ? 'redis' : null),
  };
}
