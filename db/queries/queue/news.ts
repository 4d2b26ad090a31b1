import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { type QueueKind, queueKinds } from '#app/domain/queue.ts';
import { type FoundHolder, reviewHolders } from '../reviewHolders.ts';
import { queueCounts, totalOf } from './counts.ts';
import type { QueueFilter } from './filter.ts';

export type QueueNews = {
  /** Items that have come under the filter since the page was made. */
  arrived: number;
  /** Who reviews which of the shown postings now. */
  holders: Readonly<Record<string, FoundHolder>>;
};

/** What has happened to a page of the queue since it was made. */
export async function queueNews(
  knex: Knex,
  actor: StaffActor,
  { kind, ...filter }: QueueFilter,
  { since, postings }: { since: Instant; postings: readonly string[] },
  today: CalendarDate,
  now: Instant,
): Promise<QueueNews> {
  const kinds: readonly QueueKind[] = kind === null ? queueKinds : [kind];
  const arrived = await queueCounts(knex, filter, { actor, today, now }, kinds, (rows, { columns }) =>
    rows.where(columns.since, '>', since),
  );
  return { arrived: totalOf(arrived), holders: await reviewHolders(knex, actor, postings, now) };
}
