import type { Knex } from 'knex';
import type { Instant } from '#app/domain/clock.ts';
import type { HandOverRequest, ReviewClaim } from '#app/domain/reviewClaim.ts';

export type HandOverRequestStore = {
  /** Asks the holder of the claim, in one statement; false where somebody else's request is open with them. */
  ask(request: Omit<HandOverRequest, 'keptAt'>, claim: ReviewClaim): Promise<boolean>;
  /** The request that is open with the holder of the claim. */
  openWith(claim: ReviewClaim): Promise<HandOverRequest | undefined>;
  /** The holder goes on: the request is answered. */
  keep(request: HandOverRequest, at: Instant): Promise<void>;
};

export function handOverRequestStore(knex: Knex): HandOverRequestStore {
  return {
    ask: async ({ postingId, askedBy, askedOf, reason, askedAt }, claim) => {
      const columns = { asked_by: askedBy, asked_of: askedOf, reason, asked_at: askedAt, kept_at: null };
      const asked = await knex('hand_over_request')
        .insert({ posting_id: postingId, ...columns })
        .onConflict('posting_id')
        .merge(columns)
        .where((free) => {
          free
            .where('hand_over_request.asked_by', askedBy)
            .orWhereNotNull('hand_over_request.kept_at')
            .orWhereNot('hand_over_request.asked_of', askedOf)
            .orWhere('hand_over_request.asked_at', '<', claim.begunAt);
        })
        .returning('posting_id');
      return asked.length === 1;
    },
    openWith: async ({ postingId, staffId, begunAt }) => {
      const row = await knex('hand_over_request')
        .where({ posting_id: postingId, asked_of: staffId })
        .where('asked_at', '>=', begunAt)
        .whereNull('kept_at')
        .first();
      return (
        row && {
          postingId: row.posting_id,
          askedBy: row.asked_by,
          askedOf: row.asked_of,
          reason: row.reason,
          askedAt: row.asked_at,
          keptAt: row.kept_at,
        }
      );
    },
    keep: async ({ postingId, askedBy }, at) => {
      await knex('hand_over_request')
        .where({ posting_id: postingId, asked_by: askedBy })
        .update({ kept_at: at });
    },
  };
}
