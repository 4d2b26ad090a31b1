import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import { inScope } from '../stores/scope.ts';

/** 引継ぎの依頼 about a posting, as the reader is concerned. */
export type FoundHandOver = {
  /** of-you: the reader holds the review and is asked; by-you: the reader asked; other: somebody else asked. */
  side: 'of-you' | 'by-you' | 'other';
  askedBy: { id: string; name: string };
  askedOf: string;
  reason: string;
  askedAt: Instant;
  /** When the holder said that they go on. */
  keptAt: Instant | null;
};

/** The request to whoever holds the review at `now`; null where there is none, or it was answered to somebody else. */
export async function handOverOf(
  knex: Knex,
  actor: StaffActor,
  postingId: string,
  now: Instant,
): Promise<FoundHandOver | null> {
  const row = await knex('hand_over_request as request')
    .join('review_claim as claim', (on) => {
      on.on('claim.posting_id', 'request.posting_id').andOn('claim.staff_id', 'request.asked_of');
    })
    .join('posting', 'posting.id', 'request.posting_id')
    .join('staff as asker', 'asker.id', 'request.asked_by')
    .join('staff as holder', 'holder.id', 'request.asked_of')
    .where(
      inScope(scopeOf(actor), { office: 'posting.office_id', establishment: 'posting.establishment_id' }),
    )
    .where('request.posting_id', postingId)
    .where('claim.expires_at', '>', now)
    .whereRaw('request.asked_at >= claim.begun_at')
    .first(
      'request.asked_by',
      'request.asked_of',
      'request.reason',
      'request.asked_at',
      'request.kept_at',
      'asker.name as asker',
      'holder.name as holder',
    );
  if (row === undefined) return null;
  const side = row.asked_of === actor.id ? 'of-you' : row.asked_by === actor.id ? 'by-you' : 'other';
  if (row.kept_at !== null && side !== 'by-you') return null;
  return {
    side,
    askedBy: { id: row.asked_by, name: row.asker },
    askedOf: row.holder,
    reason: row.reason,
    askedAt: row.asked_at,
    keptAt: row.kept_at,
  };
}
