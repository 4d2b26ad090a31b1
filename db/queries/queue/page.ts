import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { type QueuePlace, typeOfKind } from '#app/domain/queue.ts';
import { checksOf, type FoundCheck } from '../extraChecks.ts';
import { heldCount } from '../holds.ts';
import { type Page, pageSize } from '../page.ts';
import { byKind, type QueueCounts, sourceCounts, totalOf } from './counts.ts';
import type { QueueFilter } from './filter.ts';
import { markedRows, type QueueMarks } from './marks.ts';
import { nextInQueue } from './next.ts';
import { judgements, type QueueReason, type Rejudgement } from './reasons.ts';
import type { QueueRow, QueueSort } from './rows.ts';

export type { QueueFilter } from './filter.ts';

/** A row with all reasons why it is here, and whose it is. */
export type QueuedItem = QueueRow &
  QueueMarks & {
    reasons: readonly QueueReason[];
    /** Rule sets whose latest verdict on the posting is a judgement anew. */
    rejudged: readonly Rejudgement[];
    /** Open checks that staff added to the posting; of a check, itself. */
    added: readonly FoundCheck[];
  };

export type QueuePage = Page<QueuedItem> & {
  counts: QueueCounts;
  /** How many postings of the office are on hold. */
  held: number;
  /** 次の1件 of the tab, whatever the other filters are. */
  next: QueuePlace | null;
};

/** 審査キュー of the actor's office: one page of it, and how many there are of each kind and on hold. */
export async function queuePage(
  knex: Knex,
  actor: StaffActor,
  { sort, page, ...filter }: QueueFilter & { sort?: QueueSort; page: number },
  today: CalendarDate,
  now: Instant,
): Promise<QueuePage> {
  const moment = { actor, today, now };
  const counted = await sourceCounts(knex, filter, moment);
  const counts = byKind(counted);
  const total = filter.kind === null ? totalOf(counts) : counts[filter.kind];
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const shown = Math.min(Math.max(1, page), pages);
  const rows = await markedRows(knex, filter, moment, {
    limit: pageSize,
    offset: (shown - 1) * pageSize,
    sort,
    sources: counted
      .map(({ source }) => source)
      .filter(({ kind }) => filter.kind === null || kind === filter.kind),
  });
  const held = await heldCount(knex, actor, today);
  const next = await nextInQueue(knex, actor, now, {
    kind: filter.kind,
    ...(isWhole(filter) ? { known: counted.map(({ source }) => source) } : {}),
  });
  return { rows: await withReasons(knex, rows, actor), total, page: shown, pages, counts, held, next };
}

/** Nothing but the tab narrows the queue, so that what was counted is all there is. */
const isWhole = ({ due, holder, only, search }: QueueFilter): boolean =>
  due === null && holder === null && (only ?? null) === null && search === null;

async function withReasons(
  knex: Knex,
  rows: readonly (QueueRow & QueueMarks)[],
  actor: StaffActor,
): Promise<QueuedItem[]> {
  const postings = rows.filter(({ kind }) => typeOfKind[kind] === 'posting').map(({ id }) => id);
  const checks = rows.filter(({ kind }) => kind === 'check').map(({ id }) => id);
  const judged = await judgements(knex, postings);
  const added = await checksOf(knex, actor, { postings, checks });
  return rows.map((row) => ({
    ...row,
    reasons: judged.get(row.id)?.reasons ?? [],
    rejudged: judged.get(row.id)?.rejudged ?? [],
    added: added.get(row.id) ?? [],
  }));
}
