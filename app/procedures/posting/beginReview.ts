import { actorId } from '#app/domain/actor.ts';
import { stateGroups } from '#app/domain/posting.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { claimExpiry } from '#app/domain/reviewClaim.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, type ShownPosting, shownPosting } from '../schemas.ts';

/** 確認を始める: others are not served the posting while the claim holds; beginning again extends it. */
export const beginReview = defineProcedure<ShownPosting, null>({
  name: 'posting.beginReview',
  permission: 'review.claim',
  input: object(shownPosting),
  audit: 'review.begun',

  async run({ actor, scope, stores, now, record }, input) {
    const posting = notFoundUnless(await stores.postings.find(scope, input.postingId));
    const waits = (stateGroups.queue as readonly string[]).includes(posting.state);
    if (posting.version !== input.version || !waits) throw new Conflict({ type: 'posting', id: posting.id });
    const expiresAt = claimExpiry(now);
    const taken = await stores.reviewClaims.take({
      postingId: posting.id,
      staffId: actorId(actor),
      begunAt: now,
      expiresAt,
    });
    if (!taken) return refuse('claimed-by-other');
    // Of its own kind, so that the loser of a decision is told the decision and not who was reading.
    record({ subject: { type: 'review', id: posting.id }, detail: { expiresAt } });
    return done(null);
  },
});
