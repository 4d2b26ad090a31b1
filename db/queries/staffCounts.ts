import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../stores/scope.ts';
import { toCount } from './page.ts';

/** What waits at the actor's office now: the figures in the header of every staff page. */
export type StaffCounts = {
  reviews: number;
  images: number;
  visits: number;
  dueToday: number;
  refusals: number;
};

export async function staffCounts(knex: Knex, actor: StaffActor, today: CalendarDate): Promise<StaffCounts> {
  const postings = () => knex('posting').where(inScope(scopeOf(actor)));
  const countOf = (state: string) => postings().where({ state }).count('*');
  const counts = await knex
    .select({
      reviews: countOf('under_review'),
      images: knex('image')
        .where(inScope(scopeOf(actor)))
        .where({ state: 'waiting' })
        .count('*'),
      visits: countOf('awaiting_visit'),
      refusals: countOf('refusal_proposed'),
      dueToday: countOf('awaiting_visit').where('due_date', today),
    })
    .first();
  return {
    reviews: toCount(counts?.reviews),
    images: toCount(counts?.images),
    visits: toCount(counts?.visits),
    dueToday: toCount(counts?.dueToday),
    refusals: toCount(counts?.refusals),
  };
}
