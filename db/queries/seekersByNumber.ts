import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { JobSeeker } from '#app/domain/jobSeeker.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { seekerFrom } from '../stores/jobSeekers.ts';
import { inScope } from '../stores/scope.ts';

/** The actor's office's job seekers with these numbers. */
export async function seekersByNumber(
  knex: Knex,
  actor: StaffActor,
  numbers: readonly string[],
): Promise<JobSeeker[]> {
  const rows = await knex('job_seeker')
    .where(inScope(scopeOf(actor)))
    .whereIn('number', [...numbers]);
  return rows.map(seekerFrom);
}
