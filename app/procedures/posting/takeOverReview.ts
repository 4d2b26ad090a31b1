import { actorId } from '#app/domain/actor.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { claimExpiry } from '#app/domain/reviewClaim.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId, shortText } from '../schemas.ts';

type Input = {
  postingId: string;
  /** Who held it on the page: of two who take over at once, one is told. */
  heldBy: string;
  reason: string;
};

/** 引継ぎ: takes over what somebody else is reviewing. Needs a reason, and the log keeps both names. */
export const takeOverReview = defineProcedure<Input, null>({
  name: 'posting.takeOverReview',
  permission: 'review.claim',
  input: object({ postingId: recordId, heldBy: recordId, reason: shortText(200) }),
  audit: 'review.takenOver',

  async run({ actor, scope, stores, now, record }, { postingId, heldBy, reason }) {
    const posting = notFoundUnless(await stores.postings.find(scope, postingId));
    const claim = {
      postingId: posting.id,
      staffId: actorId(actor),
      begunAt: now,
      expiresAt: claimExpiry(now),
    };
    if (!(await stores.reviewClaims.takeFrom(heldBy, claim))) return refuse('not-claimed');
    record({ subject: { type: 'review', id: posting.id }, detail: { from: heldBy }, personal: { reason } });
    return done(null);
  },
});
