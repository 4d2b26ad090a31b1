import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Instant } from '#app/domain/clock.ts';
import type { Posting } from '#app/domain/posting.ts';
import { type FoundHolder, reviewHolders } from './reviewHolders.ts';
import { reviewPosting } from './reviewPosting.ts';

export type HeldReview = {
  posting: Posting;
  establishment: { name: string };
  /** Who is reviewing it; null when nobody is. */
  holder: FoundHolder | null;
};

/** A posting under review with whoever holds it, for 引継ぎ and the 依頼 of it; null outside the actor's reach. */
export async function heldReview(
  knex: Knex,
  actor: StaffActor,
  id: string,
  now: Instant,
): Promise<HeldReview | null> {
  const review = await reviewPosting(knex, actor, id);
  if (review === null) return null;
  const { posting, establishment } = review;
  const holders = await reviewHolders(knex, actor, [id], now);
  return { posting, establishment: { name: establishment.name }, holder: holders[id] ?? null };
}
