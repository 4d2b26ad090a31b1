import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { type AssignableItem, type QueueItem, typeOfKind } from '#app/domain/queue.ts';
import { checksOf, type FoundCheck } from '../extraChecks.ts';
import { type FoundHold, heldCount, holdsOf } from '../holds.ts';
import { type Page, pageSize } from '../page.ts';
import { type FoundHolder, reviewHolders } from '../reviewHolders.ts';
import { assignmentsOf, type ShownAssignment } from './assignments.ts';
import { byKind, type QueueCounts, sourceCounts, totalOf } from './counts.ts';
import type { QueueFilter, QueueMoment } from './filter.ts';
import { judgements, type QueueReason, type Rejudgement, sentAgain } from './reasons.ts';
import { type QueueRow, type QueueSort, queueRows } from './rows.ts';

export type { QueueFilter } from './filter.ts';

/** A row with all reasons why it is here, and whose it is. */
export type QueuedItem = QueueRow & {
  reasons: readonly QueueReason[];
  /** Rule sets whose latest verdict on the posting is a judgement anew. */
  rejudged: readonly Rejudgement[];
  sentAgain: boolean;
  /** Open checks that staff added to the posting; of a check, itself. */
  added: readonly FoundCheck[];
  /** 保留 that is in force. */
  hold: Pick<FoundHold, 'until' | 'reason'> | null;
  /** Who reviews it now. */
  holder: FoundHolder | null;
  assignee: ShownAssignment | null;
};

export type QueuePage = Page<QueuedItem> & {
  counts: QueueCounts;
  /** How many postings of the office are on hold. */
  held: number;
};

/** What an item is a record of, where somebody can be made 担当 of it. */
export const recordOf = ({ kind, id }: QueueItem): AssignableItem | null => {
  const type = typeOfKind[kind];
  return type === null ? null : { type, id };
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
  const rows = await queueRows(knex, filter, moment, {
    limit: pageSize,
    offset: (shown - 1) * pageSize,
    sort,
    sources: counted
      .map(({ source }) => source)
      .filter(({ kind }) => filter.kind === null || kind === filter.kind),
  });
  const held = await heldCount(knex, actor, today);
  return { rows: await withReasons(knex, rows, moment), total, page: shown, pages, counts, held };
}

async function withReasons(
  knex: Knex,
  rows: readonly QueueRow[],
  { actor, today, now }: QueueMoment,
): Promise<QueuedItem[]> {
  const records = rows.map(recordOf).filter((record) => record !== null);
  const postings = records.filter(({ type }) => type === 'posting').map(({ id }) => id);
  const judged = await judgements(knex, postings);
  const again = await sentAgain(
    knex,
    records.map(({ id }) => id),
  );
  const checks = rows.filter(({ kind }) => kind === 'check').map(({ id }) => id);
  const added = await checksOf(knex, actor, { postings, checks });
  const holds = await holdsOf(knex, actor, postings, today);
  const holders = await reviewHolders(knex, actor, postings, now);
  const assignees = await assignmentsOf(knex, actor, records);
  return rows.map((row) => ({
    ...row,
    reasons: judged.get(row.id)?.reasons ?? [],
    rejudged: judged.get(row.id)?.rejudged ?? [],
    sentAgain: again.has(row.id),
    added: added.get(row.id) ?? [],
    hold: holdOf(holds[row.id]),
    holder: holders[row.id] ?? null,
    assignee: assignees[`${typeOfKind[row.kind]}:${row.id}`] ?? null,
  }));
}

const holdOf = (hold: FoundHold | undefined): QueuedItem['hold'] =>
  hold === undefined ? null : { until: hold.until, reason: hold.reason };
