import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import type { Knex } from 'knex';
import type { Database } from '#db/connection.ts';
import { openDatabase } from '#db/connection.ts';
import type { Scale } from '#db/seeds/volume/scale.ts';
import { type Bench, type BenchResult, figure, ratio } from './support/bench.ts';
import { quantile, read } from './support/load.ts';
import { memoryOf } from './support/memory.ts';
import { afterTheNight, openVolume, scaleOf, type Volume } from './support/volume.ts';

/** In the night to the first of a month all postings end that are valid to its last day. */
const lastDay = '2026-11-30';
const firstDay = '2026-12-01';
const QUIET = 150;
const names = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const;

type Change = { table: string; key: string[]; row: Record<string, unknown> | null; id: unknown[] };

/** Rows that the night has made, changed (`row`) or taken away (null), by comparing with the file of the evening. */
async function changesOf(night: Knex, evening: string): Promise<Change[]> {
  const changes: Change[] = [];
  await night.raw('attach database ? as evening', [evening]);
  const tables: string[] = await night('sqlite_master')
    .where({ type: 'table' })
    .whereNot('name', 'like', 'sqlite_%')
    .pluck('name');
  for (const table of tables) {
    const columns: { name: string; pk: number }[] = await night.raw(
      'select name, pk from pragma_table_info(?)',
      [table],
    );
    const key = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
    const rows: Record<string, unknown>[] = await night.raw('select * from ?? except select * from ??', [
      table,
      `evening.${table}`,
    ]);
    for (const row of rows) changes.push({ table, key, row, id: key.map((name) => row[name]) });
    const gone: Record<string, unknown>[] = await night
      .from(`evening.${table}`)
      .select(key)
      .except(night.from(table).select(key));
    for (const row of gone) changes.push({ table, key, row: null, id: key.map((name) => row[name]) });
  }
  return changes;
}

/** The same rows by plain SQL on the evening's file, one statement each, as many in a transaction as a batch has. */
async function plainSql(evening: string, changes: readonly Change[]): Promise<number> {
  const database = openDatabase({ dialect: 'sqlite', file: evening });
  await database.writer.raw('PRAGMA foreign_keys=OFF');
  const began = performance.now();
  try {
    for (let at = 0; at < changes.length; at += 200)
      await database.writer.transaction(async (transaction) => {
        for (const { table, key, row, id } of changes.slice(at, at + 200)) {
          const where = Object.fromEntries(key.map((name, place) => [name, id[place]]));
          const change =
            row === null
              ? transaction(table).where(where).delete()
              : transaction(table).insert(row).onConflict(key).merge();
          await change;
        }
      });
    return (performance.now() - began) / 1000;
  } finally {
    await database.close();
  }
}

/**
 * Whether every sweep that the schedule has written has come to its end.
 * @throws Error when one has failed: the clock stands still, so it is never tried again
 */
async function isOver({ database }: Volume): Promise<boolean> {
  const sweeps: { kind: string; state: string; attempts: number; last_error: string | null }[] =
    await database
      .reader('job')
      .where('dedupe', 'like', 'sweep:%')
      .select('kind', 'state', 'attempts', 'last_error');
  const failed = sweeps.find(
    ({ state, attempts }) => state === 'dead' || (state === 'ready' && attempts > 0),
  );
  if (failed !== undefined) throw new Error(`${failed.kind} failed: ${failed.last_error}`);
  return sweeps.length > 0 && sweeps.every(({ state }) => state === 'done');
}

async function measured(
  dialect: Database['dialect'],
  scale: Scale,
  say: (line: string) => void,
): Promise<BenchResult[]> {
  const name = names[dialect];
  say(`${name}: filling`);
  const volume = await openVolume(dialect, scale, { today: lastDay, asOf: firstDay });
  if (volume === null) return [];
  const { database } = volume;
  try {
    const cookie = await volume.clerk();
    await afterTheNight(volume);
    say(`${name}: the queue by day`);
    const quiet: number[] = [];
    const byDay = await volume.start();
    try {
      const page = { origin: byDay.origin, path: '/staff/reviews', cookies: [cookie] };
      for (let warm = 0; warm < 30; warm += 1) await read(page);
      for (let request = 0; request < QUIET; request += 1) quiet.push(await read(page));
    } finally {
      await byDay.stop();
    }
    await database.writer('job').delete();
    const evening = path.join(database.folder, 'evening.sqlite');
    if (database.settings.dialect === 'sqlite') {
      await database.writer.raw('PRAGMA wal_checkpoint(TRUNCATE)');
      await copyFile(database.settings.file, evening);
    }

    say(`${name}: the night`);
    const during: number[] = [];
    const memory: number[] = [];
    const began = performance.now();
    const server = await volume.start();
    let seconds = Number.NaN;
    try {
      const page = { origin: server.origin, path: '/staff/reviews', cookies: [cookie] };
      while (!(await isOver(volume))) {
        during.push(await read(page));
        memory.push(memoryOf(server.pid));
      }
      seconds = (performance.now() - began) / 1000;
    } catch (error) {
      throw new Error(server.output(), { cause: error });
    } finally {
      await server.stop();
    }
    const half = Math.floor(memory.length / 2);
    const results = [
      figure(`${name}: the sweeps of a night to the first of a month`, seconds, 's'),
      ratio(
        `${name}: p95 of the queue page during the sweeps`,
        quantile(during, 0.95) / quantile(quiet, 0.95),
        'the same page by day',
        { atMost: 2 },
      ),
      {
        ...figure(`${name}: the most memory of the server during the sweeps`, Math.max(...memory), 'MB'),
        goal: '<= 300',
        met: Math.max(...memory) <= 300,
      },
      ratio(
        `${name}: memory in the second half of the sweeps`,
        Math.max(...memory.slice(half)) / Math.max(...memory.slice(0, half)),
        'the first half',
        { atMost: 1.2 },
      ),
    ];
    if (dialect === 'postgres') return results;
    say(`${name}: the same rows by plain SQL`);
    const changes = await changesOf(database.writer, evening);
    await database.writer.raw('detach database evening');
    const plain = await plainSql(evening, changes);
    return [
      ...results,
      figure(`${name}: rows that the night has touched`, changes.length, 'rows'),
      ratio(`${name}: the sweeps`, seconds / plain, 'the same rows written one by one by plain SQL', {
        atMost: 2,
      }),
    ];
  } finally {
    await database.remove();
  }
}

/** The sweeps of jobs/schedule.ts over a nation, whatever they are, and what the counter notices of them. */
export const bench: Bench = async ({ say, scale: asked }) => {
  const scale = scaleOf(asked ?? 'nation/100');
  return [...(await measured('sqlite', scale, say)), ...(await measured('postgres', scale, say))];
};
