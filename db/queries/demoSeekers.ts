import type { Knex } from 'knex';
import type { PartnerActor } from '#app/domain/actor.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { referralsInScope } from '../stores/referrals.ts';

/** The invented job seekers who can write, for choosing one: who wrote or was written to last on top. */
export const demoSeekers = (knex: Knex, actor: PartnerActor): Promise<{ id: string; name: string }[]> =>
  knex('job_seeker')
    .where({ has_mypage: 1 })
    .whereExists(
      knex('referral')
        .whereRaw('referral.seeker_id = job_seeker.id')
        .where(referralsInScope(scopeOf(actor))),
    )
    .select(
      'id',
      'name',
      knex.raw('coalesce(?, 0) as last', [
        knex('message')
          .join('referral', 'referral.id', 'message.referral_id')
          .whereRaw('referral.seeker_id = job_seeker.id')
          .max('message.seq'),
      ]),
    )
    .orderBy([{ column: 'last', order: 'desc' }, 'search_kana', 'id'])
    .limit(100);
