import type { Knex } from 'knex';
import { type QueueKind, queueKinds } from '#app/domain/queue.ts';
import { toCount } from '../page.ts';
import { described, filtered, type QueueFilter, type QueueMoment } from './filter.ts';
import { sourcesOf } from './registry.ts';
import type { QueueSource } from './source.ts';

export type QueueCounts = Readonly<Record<QueueKind, number>>;

/** A source and how many of its items a filter leaves. */
export type SourceCount = { source: QueueSource; count: number };

/** How many items of each source the filter leaves, but for its kind; sources without any are not among them. */
export async function sourceCounts(
  knex: Knex,
  filter: Omit<QueueFilter, 'kind'>,
  moment: QueueMoment,
  kinds: readonly QueueKind[] = queueKinds,
  narrowed: (rows: Knex.QueryBuilder, source: QueueSource) => Knex.QueryBuilder = (rows) => rows,
): Promise<SourceCount[]> {
  const sources = kinds.flatMap(sourcesOf);
  const counted = sources.map((source, place) => {
    const rows =
      filter.search === null ? source.waiting(knex, moment.actor) : described(knex, source, moment.actor);
    return narrowed(filtered(knex, source, rows, filter, moment), source)
      .select({ place: knex.raw('cast(? as integer)', [place]) })
      .count({ count: '*' });
  });
  const [first, ...others] = counted;
  const rows: { place: number; count: unknown }[] = first === undefined ? [] : await first.unionAll(others);
  const count = (place: number) => toCount(rows.find((row) => row.place === place)?.count);
  return sources
    .map((source, place) => ({ source, count: count(place) }))
    .filter((counted) => counted.count > 0);
}

export const byKind = (counted: readonly SourceCount[]): QueueCounts => {
  const of = (kind: QueueKind) =>
    counted.reduce((sum, { source, count }) => (source.kind === kind ? sum + count : sum), 0);
  return Object.fromEntries(queueKinds.map((kind) => [kind, of(kind)])) as Record<QueueKind, number>;
};

/** How many items of each kind the other filters leave; of a kind that is not among `kinds` none. */
export const queueCounts = async (...asked: Parameters<typeof sourceCounts>): Promise<QueueCounts> =>
  byKind(await sourceCounts(...asked));

export const totalOf = (counts: QueueCounts): number =>
  queueKinds.reduce((sum, kind) => sum + counts[kind], 0);
