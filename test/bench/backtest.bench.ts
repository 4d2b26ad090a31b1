import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Database, type DatabaseSettings, migrate, openDatabase } from '#db/connection.ts';
import { verdictStore } from '#db/stores/verdicts.ts';
import { pastVisitVerdicts } from '#test/support/pastDecisions.ts';
import { postgresUrls } from '#test/support/postgres.mjs';
import { startServer } from '#test/support/server.ts';
import { hiddenValues, post, signedIn } from '#test/support/session.ts';
import { openOffice, type World } from '#test/support/world.ts';
import { type Bench, type BenchResult, figure, ratio } from './support/bench.ts';

const ROWS = 1_000_000;
const DISTINCT = 2000;
const MORNING = '2026-11-24T09:00+09:00';
/** Of the queue page, without a back-test. */
const REQUESTS = 300;
const GOAL_SECONDS = 10;

/** A million verdicts on visits as the store writes them: two thousand different ones, copied under new ids. */
async function fill({ dialect, writer: knex }: Database, office: World): Promise<void> {
  const visits = office.rules.inForce('eligibility/visit-required', '2026-11-24');
  const past = await pastVisitVerdicts(visits, DISTINCT);
  await knex.transaction(async (transaction) => {
    for (const verdict of past) await verdictStore(transaction).insert(verdict);
  });
  const first = past[0]?.id ?? '';
  await knex.raw('create table sample as select * from verdict where id >= ?', [first]);
  await knex.raw('create table sample_case as select * from verdict_case where verdict_id >= ?', [first]);
  const isSqlite = dialect === 'sqlite';
  const copies = isSqlite
    ? 'with recursive copies(c) as (select 1 union all select c + 1 from copies where c < ?)'
    : 'with copies(c) as (select generate_series(1, ?::int))';
  const id = (column: string): string =>
    `${isSqlite ? "printf('%08x', 100000000 + c)" : "lpad(to_hex(100000000 + c), 8, '0')"} || substr(${column}, 9)`;
  const rest =
    'subject_type, subject_id, occasion, rule_set, version, hash, as_of, outcome, due_date, verdict, decided_at';
  await knex.raw(
    `insert into verdict (id, ${rest}) ${copies} select ${id('id')}, ${rest} from copies cross join sample`,
    [ROWS / DISTINCT - 1],
  );
  await knex.raw(
    `insert into verdict_case (verdict_id, rule_set, as_of, outcome, facts, rules) ${copies} select ${id('verdict_id')}, rule_set, as_of, outcome, facts, rules from copies cross join sample_case`,
    [ROWS / DISTINCT - 1],
  );
  if (!isSqlite) await knex.raw('analyze');
}

/** The 95th of a hundred, in milliseconds. */
const p95 = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;

/** The real server over the database: a back-test by itself, then the queue page without one and during one. */
async function measured(
  name: string,
  database: Database,
  environment: Record<string, string>,
  say: (line: string) => void,
): Promise<BenchResult[]> {
  await migrate(database);
  const settings = { dialect: 'sqlite', file: '' } as const satisfies DatabaseSettings;
  const office = await openOffice({ ...database, settings }, MORNING);
  const employer = await office.openedAtCounter();
  await office.submitted(employer, await office.filledIn(employer));
  say(`${name}: storing a million decisions`);
  await fill(database, office);
  const server = await startServer({ ...environment, NOW: MORNING });
  try {
    const cookie = await signedIn(office, 'staff', office.staff.clerk.id);
    const read = async (page: string): Promise<number> => {
      const start = performance.now();
      const answer = await fetch(server.origin + page, { headers: { cookie } });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${page}: ${answer.status} ${server.output()}`);
      return performance.now() - start;
    };
    const queue = (): Promise<number> => read('/staff/reviews');
    const startPage = `${server.origin}/staff/rules/eligibility/visit-required/back-test`;
    /** Starts one from the page; resolves with its id. */
    const started = async (): Promise<string> => {
      const form = await hiddenValues(startPage, cookie);
      for (const [field, value] of Object.entries({
        _intent: 'start',
        range: 'all',
        param_visitWithinDays: '14',
        param_gapYears: '2',
        param_countFrom: '2020-01-01',
      }))
        form.set(field, value);
      const answer = await post(startPage, cookie, form);
      const id = /back-tests\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1];
      if (id === undefined) throw new Error(`not started: ${answer.status} ${server.output()}`);
      return id;
    };
    const isOver = async (id: string): Promise<boolean> => {
      const row = await database.reader('back_test').where({ id }).first('state', 'result');
      if (row.state === 'failed' || row.state === 'cancelled')
        throw new Error(`${row.state}: ${server.output()}`);
      if (row.state === 'done' && JSON.parse(row.result).judged < ROWS)
        throw new Error('not all were judged');
      return row.state === 'done';
    };

    say(`${name}: a back-test by itself`);
    for (let warm = 0; warm < 50; warm += 1) await queue();
    const begin = performance.now();
    const alone = await started();
    while (!(await isOver(alone))) await pause(50);
    const seconds = (performance.now() - begin) / 1000;

    say(`${name}: the queue page without a back-test, and during one`);
    const quiet: number[] = [];
    for (let request = 0; request < REQUESTS; request += 1) quiet.push(await queue());
    const during: number[] = [];
    const id = await started();
    while (!(await isOver(id))) during.push(await queue());
    say(`${name}: p95 ${p95(quiet).toFixed(1)} ms, during ${p95(during).toFixed(1)} ms (${during.length})`);
    return [
      {
        ...figure(
          `${name}: a back-test of a million stored decisions, from the form to the result`,
          seconds,
          's',
        ),
        goal: `<= ${GOAL_SECONDS}`,
        met: seconds <= GOAL_SECONDS,
      },
      figure(`${name}: p95 of the queue page`, p95(quiet), 'ms'),
      ratio(
        `${name}: p95 of the queue page during a back-test`,
        p95(during) / p95(quiet),
        'the same page without one',
        { atMost: 2 },
      ),
    ];
  } finally {
    await server.stop();
  }
}

/** A million stored decisions judged again through the real thread of the real server, and what readers notice of it. */
export const bench: Bench = async ({ say }) => {
  const results: BenchResult[] = [];
  const folder = await mkdtemp(path.join(tmpdir(), 'madoguchi-bench-'));
  const file = path.join(folder, 'madoguchi.sqlite');
  const sqlite = openDatabase({ dialect: 'sqlite', file });
  try {
    results.push(...(await measured('SQLite', sqlite, { DATA_DIR: folder }, say)));
  } finally {
    await sqlite.close();
  }

  for (const url of postgresUrls()) {
    const admin = openDatabase({ dialect: 'postgres', url });
    const name = `bench_${randomUUID().replaceAll('-', '')}`;
    try {
      await admin.writer.raw('create database ??', [name]);
    } catch {
      await admin.close();
      continue;
    }
    const own = new URL(url);
    own.pathname = `/${name}`;
    const database = openDatabase({ dialect: 'postgres', url: own.href });
    try {
      const environment = { DATA_DIR: folder, DATABASE_URL: own.href };
      results.push(...(await measured('PostgreSQL', database, environment, say)));
    } finally {
      await database.close();
      await admin.writer.raw('drop database ?? with (force)', [name]);
      await admin.close();
    }
    break;
  }
  await rm(folder, { recursive: true, force: true });
  return results;
};
