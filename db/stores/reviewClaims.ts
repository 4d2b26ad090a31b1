import type { Knex } from 'knex';
import type { Instant } from '#app/domain/clock.ts';
import type { ReviewClaim } from '#app/domain/reviewClaim.ts';

export type ReviewClaimStore = {
  /** The claim that still holds at `now`. */
  find(postingId: string, now: Instant): Promise<ReviewClaim | undefined>;
  /** Takes or extends the claim in one statement; false where somebody else's still holds at `begunAt`. */
  take(claim: ReviewClaim): Promise<boolean>;
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
        .merge()
        .where((free) => {
          free.where('review_claim.staff_id', staffId).orWhere('review_claim.expires_at', '<=', begunAt);
        })
        .returning('staff_id');
      return taken.length === 1;
    },
    release: async (postingId, staffId) =>
      (await knex('review_claim').where({ posting_id: postingId, staff_id: staffId }).delete()) === 1,
    end: async (postingId) => {
      await knex('review_claim').where({ posting_id: postingId }).delete();
    },
  };
}
