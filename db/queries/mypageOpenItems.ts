import type { Knex } from 'knex';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { stateGroups } from '#app/domain/posting.ts';
import { toCount } from './page.ts';

/** What is still open when somebody thinks of 退会. */
export type OpenItems = { valid: number; applied: number; changes: number; drafts: number };

export async function mypageOpenItems(
  knex: Knex,
  { establishmentId }: EmployerActor,
  today: CalendarDate,
): Promise<OpenItems> {
  const own = { establishment_id: establishmentId ?? '' };
  const postings = () => knex('posting').where(own);
  const row = await knex
    .select({
      valid: postings().where({ state: 'valid' }).where('valid_until', '>=', today).count('*'),
      applied: postings()
        .whereIn('state', [...stateGroups.applied])
        .count('*'),
      drafts: postings().where({ state: 'draft' }).count('*'),
      changes: knex('change_request').where(own).where({ state: 'submitted' }).count('*'),
    })
    .first();
  return {
    valid: toCount(row?.valid),
    applied: toCount(row?.applied),
    changes: toCount(row?.changes),
    drafts: toCount(row?.drafts),
  };
}
