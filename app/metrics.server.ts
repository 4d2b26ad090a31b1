import { createServer } from 'node:http';
import {
  Counter,
  collectDefaultMetrics,
  Gauge,
  Histogram,
  prometheusContentType,
  Registry,
} from 'prom-client';
import type { Stores } from '#db/stores/index.ts';
import { PermanentFailure } from '#jobs/failure.ts';
import type { Transport } from '#jobs/mail/transport.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import { businessDate, type Clock, toInstant } from './domain/clock.ts';

/** A request that is over: the screen it went to, and how it went. */
export type MeasuredRequest = { route: string; method: string; status: number; ms: number };

/** The figures of one process, in Prometheus' form. No label ever names a person, an employer or an office. */
export type Metrics = {
  request(request: MeasuredRequest): void;
  databaseBusy(): void;
  /** The same transport; what became of each mail is counted. */
  counting(transport: Transport): Transport;
  /** Everything, as of now; the state of the installation is read when it is asked for. */
  text(): Promise<string>;
};

/** What the figures about the installation are read from. */
export type Watched = {
  clock: Clock;
  read: Pick<Stores, 'jobs' | 'sessions'>;
  rules(): RuleCatalogue;
  ruleFilesWithProblems(): number;
  freeBytes(): Promise<number>;
};

/** A session that was used within this time is somebody at work. Milliseconds. */
const atWorkMs = 900_000;

const requestSeconds = [0.01, 0.03, 0.1, 0.3, 1, 3, 10];

export function createMetrics(watched: () => Watched): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'madoguchi_http_requests_total',
    help: 'Requests by screen, method and status.',
    labelNames: ['route', 'method', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'madoguchi_http_request_seconds',
    help: 'Time from the head of a request to the end of its answer, by screen.',
    labelNames: ['route'],
    buckets: requestSeconds,
    registers,
  });
  const busy = new Counter({
    name: 'madoguchi_database_busy_total',
    help: 'Times a transaction was tried again because another process held the database.',
    registers,
  });
  const mails = new Counter({
    name: 'madoguchi_mails_total',
    help: 'Mails by what became of them: sent, deferred (tried again later), refused (for good).',
    labelNames: ['outcome'],
    registers,
  });
  for (const outcome of ['sent', 'deferred', 'refused']) mails.inc({ outcome }, 0);
  watchInstallation(registers, watched);

  let collecting = false;
  return {
    request: ({ route, method, status, ms }) => {
      requests.inc({ route, method, status: String(status) });
      durations.observe({ route }, ms / 1_000);
    },
    databaseBusy: () => busy.inc(),
    counting: (transport) => ({
      send: async (mail) => {
        try {
          await transport.send(mail);
          mails.inc({ outcome: 'sent' });
        } catch (error) {
          mails.inc({ outcome: error instanceof PermanentFailure ? 'refused' : 'deferred' });
          throw error;
        }
      },
    }),
    text: () => {
      // Memory, garbage collection and the lag of the event loop: watched from the first look on.
      if (!collecting) collectDefaultMetrics({ register: registry });
      collecting = true;
      return registry.metrics();
    },
  };
}

/** What all processes of an installation have in common; each of them tells the same. */
function watchInstallation(registers: Registry[], watched: () => Watched): void {
  new Gauge({
    name: 'madoguchi_jobs',
    help: 'Jobs by state; dead ones wait for a person.',
    labelNames: ['state'],
    registers,
    async collect() {
      for (const [state, count] of Object.entries(await watched().read.jobs.counts()))
        this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'madoguchi_jobs_oldest_due_seconds',
    help: 'How long the job waits that has been due the longest; 0 when none is due.',
    registers,
    async collect() {
      const { clock, read } = watched();
      const now = clock.now();
      const since = await read.jobs.oldestDue(toInstant(now));
      this.set(since === undefined ? 0 : (now.getTime() - Date.parse(since)) / 1_000);
    },
  });
  new Gauge({
    name: 'madoguchi_sessions_at_work',
    help: 'Sessions used within the last 15 minutes.',
    labelNames: ['audience'],
    registers,
    async collect() {
      const { clock, read } = watched();
      const since = toInstant(new Date(clock.now().getTime() - atWorkMs));
      for (const [audience, count] of Object.entries(await read.sessions.seenSince(since)))
        this.set({ audience }, count);
    },
  });
  new Gauge({
    name: 'madoguchi_rule_set_in_force',
    help: 'The version of each rule set that is in force today.',
    labelNames: ['rule_set', 'version'],
    registers,
    collect() {
      const { clock, rules } = watched();
      this.reset();
      for (const { described } of rules().read(businessDate(clock.now())))
        this.set({ rule_set: described.id, version: described.version }, 1);
    },
  });
  new Gauge({
    name: 'madoguchi_rule_files_with_problems',
    help: 'Rule files that cannot come into force; the version before stays.',
    registers,
    collect() {
      this.set(watched().ruleFilesWithProblems());
    },
  });
  new Gauge({
    name: 'madoguchi_data_free_bytes',
    help: 'Free space where the data lie.',
    registers,
    async collect() {
      this.set(await watched().freeBytes());
    },
  });
}

/** The door for Prometheus, at a port of its own that the proxy does not reach; resolves with what closes it. */
export async function serveMetrics(
  { text }: Pick<Metrics, 'text'>,
  { host, port }: { host: string; port: number },
): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    text().then(
      (body) => response.writeHead(200, { 'Content-Type': prometheusContentType }).end(body),
      () => response.writeHead(503).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
