import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { KnownSeeker } from '#app/domain/jobSeeker.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../stores/scope.ts';

/** The actor's office's job seekers whose folded kana are among these. */
export const seekersWithKana = (
  knex: Knex,
  actor: StaffActor,
  kanas: readonly string[],
): Promise<KnownSeeker[]> =>
  knex('job_seeker')
    .where(inScope(scopeOf(actor)))
    .whereIn('search_kana', [...kanas])
    .orderBy('number')
    .select('search_kana as kana', 'born_on as bornOn', 'number');
