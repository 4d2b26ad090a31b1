import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { migrate, openDatabase } from '#db/connection.ts';
import { freePort } from '#test/support/server.ts';
import { signedIn } from '#test/support/session.ts';
import { openOffice, secret, type World } from '#test/support/world.ts';
import { floorPath } from './pages/floor.ts';
import { type Bench, figure, ratio } from './support/bench.ts';

const MORNING = '2026-11-24T09:00+09:00';
/** More than the fifty of a page. */
const POSTINGS = 60;
const EMPLOYERS = 6;
const ROUNDS = 15;
const REQUESTS = 30;
const WARM = 200;

/** An office with a full page of postings, some of which wait for a visit; the id of one that is to be reviewed. */
async function fill(office: World): Promise<string> {
  let reviewed = '';
  for (let employer = 0; employer < EMPLOYERS; employer += 1) {
    const actor = await office.openedAtCounter(`saiyo${employer}@example.co.jp`);
    for (let posting = 0; posting < POSTINGS / EMPLOYERS; posting += 1) {
      const sent = await office.submitted(actor, await office.filledIn(actor));
      if (posting % 2 === 0) reviewed = (await office.visited(sent, '2026-11-24')).id;
      office.clock.moveOn(60_000);
    }
  }
  return reviewed;
}

/** The server of pages/server.ts, bundled as the product's process is, and what it has spent so far. */
async function startPages(root: string, dataDir: string) {
  const outfile = path.join(root, 'node_modules/.cache/madoguchi-bench/pagesServer.mjs');
  await build({
    entryPoints: [path.join(root, 'test/bench/pages/server.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  const port = await freePort();
  const child: ChildProcess = fork(outfile, {
    cwd: root,
    // Demo mode takes the office's frozen day; NODE_ENV is what React chooses its production build by.
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DEMO: '1',
      PORT: String(port),
      DATA_DIR: dataDir,
      SECRET: secret,
      NOW: '2026-11-24T10:00+09:00',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('The server of the bench ended at once.');
    }),
  ]);
  return {
    origin: `http://localhost:${port}`,
    /** Processor time of the process, in milliseconds. */
    spent: async (): Promise<number> => {
      child.send('spent');
      const [microseconds] = await once(child, 'message');
      return microseconds / 1000;
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Processor time of the real server for a page, against the floor page: the same frame around fifty plain rows. The
 * pages take turns in every round; a ratio is the median of those of the rounds, a time the best of them.
 */
export const bench: Bench = async ({ root, say }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-bench-'));
  const settings = { dialect: 'sqlite', file: path.join(folder, 'madoguchi.sqlite') } as const;
  const database = openDatabase(settings);
  try {
    say('filling an office');
    await migrate(database);
    const office = await openOffice({ ...database, settings }, MORNING);
    const reviewed = await fill(office);
    office.clock.moveTo('2026-11-24T10:00+09:00');
    const cookie = await signedIn(office, 'staff', office.staff.clerk.id);
    const pages = {
      floor: floorPath,
      queue: '/staff/reviews',
      review: `/staff/reviews/${reviewed}`,
    };

    const server = await startPages(root, folder);
    const read = async (page: string): Promise<string> => {
      const answer = await fetch(server.origin + page, { headers: { cookie } });
      const html = await answer.text();
      if (answer.status !== 200) throw new Error(`${page}: ${answer.status}`);
      return html;
    };
    const rowsOf = async (page: string) => (await read(page)).match(/<tr/g)?.length ?? 0;
    try {
      for (const page of [pages.floor, pages.queue])
        if ((await rowsOf(page)) !== 51) throw new Error(`${page} has not fifty rows and a head.`);

      const names = Object.keys(pages) as (keyof typeof pages)[];
      const costOf = async (page: string, requests: number): Promise<number> => {
        const before = await server.spent();
        for (let request = 0; request < requests; request += 1) await read(page);
        return ((await server.spent()) - before) / requests;
      };
      say('warming up');
      for (const name of names) await costOf(pages[name], WARM);
      say('measuring by turns');
      const costs = { floor: [] as number[], queue: [] as number[], review: [] as number[] };
      for (let round = 0; round < ROUNDS; round += 1)
        for (const name of names) costs[name].push(await costOf(pages[name], REQUESTS));

      const overFloor = (name: 'queue' | 'review'): number =>
        median(costs[name].map((cost, round) => cost / (costs.floor[round] ?? Number.NaN)));
      const floor = 'the floor page: the same frame around fifty plain rows';
      return [
        figure('processor time of the floor page', Math.min(...costs.floor), 'ms'),
        figure('processor time of the queue page, fifty rows', Math.min(...costs.queue), 'ms'),
        figure('processor time of the review page', Math.min(...costs.review), 'ms'),
        ratio('the queue page, fifty rows', overFloor('queue'), floor, { atMost: 1.5 }),
        ratio('the review page', overFloor('review'), floor, { atMost: 1.5 }),
      ];
    } finally {
      await server.stop();
    }
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
};
