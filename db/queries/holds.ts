import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../stores/scope.ts';
import { toCount } from './page.ts';

/** A 保留 that is in force, as a page shows it. */
export type FoundHold = { until: CalendarDate; reason: string; by: string; placedAt: Instant };

const postingColumns = { office: 'posting.office_id', establishment: 'posting.establishment_id' };

/** The holds that are in force today, for a query over `posting`. */
export const holdsOn = (knex: Knex, today: CalendarDate): Knex.QueryBuilder =>
  knex('review_hold').whereRaw('review_hold.posting_id = posting.id').where('review_hold.until', '>', today);

/** The holds whose day has come and whose posting nobody has decided since, for a query over `posting`. */
export const endedHoldsOn = (knex: Knex, today: CalendarDate): Knex.QueryBuilder =>
  knex('review_hold').whereRaw('review_hold.posting_id = posting.id').where('review_hold.until', '<=', today);

/** Which of these postings are on hold today, by the posting's id; within the actor's reach. */
export async function holdsOf(
  knex: Knex,
  actor: StaffActor,
  postingIds: readonly string[],
  today: CalendarDate,
): Promise<Readonly<Record<string, FoundHold>>> {
  const rows = await knex('review_hold')
    .join('posting', 'posting.id', 'review_hold.posting_id')
    .join('staff', 'staff.id', 'review_hold.placed_by')
    .where(inScope(scopeOf(actor), postingColumns))
    .whereIn('posting_id', [...postingIds])
    .where('until', '>', today)
    .select('posting_id', 'until', 'reason', 'placed_at', 'staff.name');
  return Object.fromEntries(
    rows.map((row) => [
      row.posting_id,
      { until: row.until, reason: row.reason, by: row.name, placedAt: row.placed_at },
    ]),
  );
}

/** How many postings of the actor's office are on hold today. */
export async function heldCount(knex: Knex, actor: StaffActor, today: CalendarDate): Promise<number> {
  const counted = await knex('review_hold')
    .join('posting', 'posting.id', 'review_hold.posting_id')
    .where(inScope(scopeOf(actor), postingColumns))
    .where('until', '>', today)
    .count('* as count')
    .first();
  return toCount(counted?.count);
}
