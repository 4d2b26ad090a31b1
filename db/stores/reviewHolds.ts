import type { Knex } from 'knex';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { ReviewHold } from '#app/domain/reviewHold.ts';

export type ReviewHoldStore = {
  /** Puts the posting on hold in one statement; false where it is on hold on day `today` already. */
  place(hold: ReviewHold, today: CalendarDate): Promise<boolean>;
  /** Ends the hold; false where the posting is not on hold on day `today`. */
  lift(postingId: string, today: CalendarDate): Promise<boolean>;
  /** Ends whatever hold there is: the posting was decided. */
  end(postingId: string): Promise<void>;
};

export function reviewHoldStore(knex: Knex): ReviewHoldStore {
  return {
    place: async ({ postingId, reason, until, placedBy, placedAt }, today) => {
      const columns = { reason, until, placed_by: placedBy, placed_at: placedAt };
      const placed = await knex('review_hold')
        .insert({ posting_id: postingId, ...columns })
        .onConflict('posting_id')
        .merge(columns)
        .where('review_hold.until', '<=', today)
        .returning('posting_id');
      return placed.length === 1;
    },
    lift: async (postingId, today) =>
      (await knex('review_hold').where({ posting_id: postingId }).where('until', '>', today).delete()) === 1,
    end: async (postingId) => {
      await knex('review_hold').where({ posting_id: postingId }).delete();
    },
  };
}
