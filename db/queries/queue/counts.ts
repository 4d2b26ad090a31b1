import type { Knex } from 'knex';
import { type QueueKind, queueKinds } from '#app/domain/queue.ts';
import { toCount } from '../page.ts';
import { described, filtered, type QueueFilter, type QueueMoment } from './filter.ts';
import { sourcesOf } from './registry.ts';
import type { QueueSource } from './source.ts';

export type QueueCounts = Readonly<Record<QueueKind, number>>;

/** How many items of each kind the other filters leave; of a kind that is not among `kinds` none. */
export async function queueCounts(
  knex: Knex,
  filter: Omit<QueueFilter, 'kind'>,
  moment: QueueMoment,
  kinds: readonly QueueKind[] = queueKinds,
  narrowed: (rows: Knex.QueryBuilder, source: QueueSource) => Knex.QueryBuilder = (rows) => rows,
): Promise<QueueCounts> {
  const counted = kinds.flatMap(sourcesOf).map((source) => {
    const rows =
      filter.search === null ? source.waiting(knex, moment.actor) : described(knex, source, moment.actor);
    return narrowed(filtered(knex, source, rows, filter, moment), source)
      .select({ kind: knex.raw('cast(? as text)', [source.kind]) })
      .count({ count: '*' });
  });
  const [first, ...others] = counted;
  const rows: { kind: QueueKind; count: unknown }[] = first === undefined ? [] : await first.unionAll(others);
  const of = (kind: QueueKind) =>
    rows.filter((row) => row.kind === kind).reduce((sum, { count }) => sum + toCount(count), 0);
  return Object.fromEntries(queueKinds.map((kind) => [kind, of(kind)])) as Record<QueueKind, number>;
}

export const totalOf = (counts: QueueCounts): number =>
  queueKinds.reduce((sum, kind) => sum + counts[kind], 0);
