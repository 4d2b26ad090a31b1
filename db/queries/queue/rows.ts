import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { EstablishmentState } from '#app/domain/establishment.ts';
import { type QueueKind, queueKinds } from '#app/domain/queue.ts';
import { described, filtered, type QueueFilter, type QueueMoment } from './filter.ts';
import { sourcesOf } from './registry.ts';
import { inQueueOrder, noDueKey, type QueueSource } from './source.ts';

/** The columns the queue is sorted by. */
export const queueSorts = ['kind', 'due', 'establishment', 'title', 'since'] as const;
export type QueueSort = { by: (typeof queueSorts)[number]; down: boolean };

/** One item of the queue, of whatever kind. */
export type QueueRow = {
  kind: QueueKind;
  id: string;
  state: string;
  due: CalendarDate | null;
  since: Instant | CalendarDate | null;
  title: string | null;
  number: string | null;
  images: number;
  establishmentId: string;
  /** Of a check: the posting that is to be looked at; null for an establishment and for every other kind. */
  postingId: string | null;
  establishmentName: string;
  establishmentState: EstablishmentState;
  establishmentNumber: string | null;
};

/** How each sort names its column within a source, and among the rows of all. */
const sortColumns = {
  kind: () => 'rank',
  due: ({ columns }: QueueSource) => columns.dueKey,
  establishment: () => 'establishment.search_kana',
  title: ({ columns }: QueueSource) => columns.title,
  since: ({ columns }: QueueSource) => columns.since,
} as const satisfies Record<QueueSort['by'], (source: QueueSource) => string>;

const sortAliases = {
  kind: 'item.rank',
  due: 'item.due_key',
  establishment: 'item.search_kana',
  title: 'item.title',
  since: 'item.since',
} as const satisfies Record<QueueSort['by'], string>;

/** By that column, either way, what has no value last; `due` has a value for it that is later than every day. */
function sorted(
  knex: Knex,
  rows: Knex.QueryBuilder,
  sql: string,
  { by, down }: QueueSort,
): Knex.QueryBuilder {
  const column = knex.raw(sql);
  if (by === 'due') {
    if (!down) return rows;
    return rows.orderByRaw("case when ? = '9999-12-31' then 1 else 0 end, ? desc", [column, column]);
  }
  rows.orderByRaw('case when ? is null then 1 else 0 end', [column]);
  return rows.orderByRaw(down ? '? desc' : '?', [column]);
}

/** The rows of one source in the order asked for, at most `limit`. */
function arm(
  knex: Knex,
  source: QueueSource,
  filter: QueueFilter,
  moment: QueueMoment,
  sort: QueueSort | undefined,
  limit: number,
): Knex.QueryBuilder {
  const { columns } = source;
  const rows = filtered(knex, source, described(knex, source, moment.actor), filter, moment);
  // Within a source the kind is the same for all.
  if (sort !== undefined && sort.by !== 'kind') sorted(knex, rows, sortColumns[sort.by](source), sort);
  return inQueueOrder(knex, rows, source)
    .limit(limit)
    .select({
      kind: knex.raw('cast(? as text)', [source.kind]),
      rank: knex.raw('cast(? as integer)', [queueKinds.indexOf(source.kind)]),
      id: columns.id,
      state: knex.raw(columns.state),
      due_key: knex.raw(columns.dueKey),
      since: columns.since,
      title: knex.raw(columns.title),
      number: knex.raw(columns.number),
      images: knex.raw(columns.images),
      establishment_id: 'establishment.id',
      posting_id: knex.raw(columns.postingId),
      name: 'establishment.name',
      establishment_state: 'establishment.state',
      establishment_number: 'establishment.number',
      search_kana: 'establishment.search_kana',
    });
}

type Row = Omit<
  QueueRow,
  'due' | 'establishmentId' | 'postingId' | 'establishmentName' | 'establishmentState' | 'establishmentNumber'
> & {
  due_key: CalendarDate;
  establishment_id: string;
  posting_id: string | null;
  name: string;
  establishment_state: EstablishmentState;
  establishment_number: string | null;
};

/** What a row is made of; the rest only puts the rows in order. */
const shown = [
  'kind',
  'id',
  'state',
  'due_key',
  'since',
  'title',
  'number',
  'images',
  'establishment_id',
  'posting_id',
  'name',
  'establishment_state',
  'establishment_number',
] as const;

export type RowsAsked = {
  limit: number;
  offset?: number;
  sort?: QueueSort | undefined;
  /** Those that are known to have rows: each costs a statement of its own. */
  sources?: readonly QueueSource[];
};

/** Puts rows named `item` in the order of the queue: due first, then what has waited longest, or as `sort` says. */
const ordered = (knex: Knex, items: Knex.QueryBuilder, sort: QueueSort | undefined): Knex.QueryBuilder =>
  (sort === undefined ? items : sorted(knex, items, sortAliases[sort.by], sort)).orderBy([
    'item.due_key',
    'item.since',
    'item.id',
  ]);

/**
 * Items of the queue from `offset` on, at most `limit`, in its order, and beside each what `joined` adds to the few
 * that are shown. Each source gives no more rows than the page can hold, in the order of its index.
 */
export async function queueRowsWith<More extends object>(
  knex: Knex,
  filter: QueueFilter,
  moment: QueueMoment,
  { limit, offset = 0, sort, sources = sourcesOf(filter.kind) }: RowsAsked,
  joined: (items: Knex.QueryBuilder) => Knex.QueryBuilder,
  moreOf: (row: never) => More,
): Promise<(QueueRow & More)[]> {
  const [first, ...others] = sources.map((source) =>
    knex.from(arm(knex, source, filter, moment, sort, offset + limit).as('arm')).select('*'),
  );
  if (first === undefined) return [];
  const all = knex.from(first.unionAll(others).as('item'));
  const page = ordered(knex, all, sort).limit(limit).offset(offset).select('item.*');
  const rows: Row[] = await ordered(knex, joined(knex.from(page.as('item'))), sort).select(
    shown.map((name) => `item.${name}`),
  );
  return rows.map((row) => ({
    ...moreOf(row as never),
    kind: row.kind,
    id: row.id,
    state: row.state,
    due: row.due_key === noDueKey ? null : row.due_key,
    since: row.since,
    title: row.title,
    number: row.number,
    images: row.images,
    establishmentId: row.establishment_id,
    postingId: row.posting_id,
    establishmentName: row.name,
    establishmentState: row.establishment_state,
    establishmentNumber: row.establishment_number,
  }));
}

/** The same without anything beside them. */
export const queueRows = (
  knex: Knex,
  filter: QueueFilter,
  moment: QueueMoment,
  asked: RowsAsked,
): Promise<QueueRow[]> =>
  queueRowsWith(
    knex,
    filter,
    moment,
    asked,
    (items) => items,
    () => ({}),
  );
