import type { Knex } from 'knex';
import type { Instant } from '#app/domain/clock.ts';
import type { ReviewClaim } from '#app/domain/reviewClaim.ts';

export type ReviewClaimStore = {
  /** The claim that still holds at `now`. */
  find(postingId: string, now: Instant): Promise<ReviewClaim | undefined>;
  /**
   * Takes or extends the claim in one statement; false where somebody else's still holds at `begunAt`. Its holder keeps
   * the time they began at.
   */
  take(claim: ReviewClaim): Promise<boolean>;
  /** Takes over a claim that `from` holds at `begunAt`; false where they hold none. */
  takeFrom(from: string, claim: ReviewClaim): Promise<boolean>;
  /** A sign of the holder; false where they hold none at `now` (any more). */
  extend(postingId: string, staffId: string, now: Instant, expiresAt: Instant): Promise<boolean>;
  /** Ends the claim of this person; false where they hold none. */
  release(postingId: string, staffId: string): Promise<boolean>;
  /** Ends whatever claim there is: the posting was decided. */
  end(postingId: string): Promise<void>;
};

export function reviewClaimStore(knex: Knex): ReviewClaimStore {
  return {
    find: async (postingId, now) => {
      const row = await knex('review_claim')
        .where({ posting_id: postingId })
        .where('expires_at', '>', now)
        .first();
      return (
        row && {
          postingId: row.posting_id,
          staffId: row.staff_id,
          begunAt: row.begun_at,
          expiresAt: row.expires_at,
        }
      );
    },
    take: async ({ postingId, staffId, begunAt, expiresAt }) => {
      const taken = await knex('review_claim')
        .insert({ posting_id: postingId, staff_id: staffId, begun_at: begunAt, expires_at: expiresAt })
        .onConflict('posting_id')
        .merge({
          staff_id: staffId,
          begun_at: knex.raw(
            'case when review_claim.staff_id = ? and review_claim.expires_at > ? then review_claim.begun_at else ? end',
            [staffId, begunAt, begunAt],
          ),
          expires_at: expiresAt,
        })
        .where((free) => {
          free.where('review_claim.staff_id', staffId).orWhere('review_claim.expires_at', '<=', begunAt);
        })
        .returning('staff_id');
      return taken.length === 1;
    },
    takeFrom: async (from, { postingId, staffId, begunAt, expiresAt }) =>
      (await knex('review_claim')
        .where({ posting_id: postingId, staff_id: from })
        .whereNot({ staff_id: staffId })
        .where('expires_at', '>', begunAt)
        .update({ staff_id: staffId, begun_at: begunAt, expires_at: expiresAt })) === 1,
    extend: async (postingId, staffId, now, expiresAt) =>
      (await knex('review_claim')
        .where({ posting_id: postingId, staff_id: staffId })
        .where('expires_at', '>', now)
        .update({ expires_at: expiresAt })) === 1,
    release: async (postingId, staffId) =>
      (await knex('review_claim').where({ posting_id: postingId, staff_id: staffId }).delete()) === 1,
    end: async (postingId) => {
      await knex('review_claim').where({ posting_id: postingId }).delete();
    },
  };
}
