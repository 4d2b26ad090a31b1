import { actorId } from '#app/domain/actor.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId, shortText } from '../schemas.ts';

type Input = {
  postingId: string;
  /** Who held it on the page. */
  heldBy: string;
  reason: string;
};

/** 引継ぎを依頼: the holder of a review is asked to hand it over, and answers on their own page. */
export const askHandOver = defineProcedure<Input, null>({
  name: 'posting.askHandOver',
  permission: 'review.claim',
  input: object({ postingId: recordId, heldBy: recordId, reason: shortText(200) }),
  audit: 'review.handOverAsked',

  async run({ actor, scope, stores, now, record }, { postingId, heldBy, reason }) {
    const posting = notFoundUnless(await stores.postings.find(scope, postingId));
    const askedBy = actorId(actor);
    const claim = await stores.reviewClaims.find(posting.id, now);
    if (claim === undefined || claim.staffId !== heldBy || heldBy === askedBy) return refuse('not-claimed');
    const request = { postingId: posting.id, askedBy, askedOf: heldBy, reason, askedAt: now };
    if (!(await stores.handOverRequests.ask(request, claim))) return refuse('hand-over-asked');
    record({ subject: { type: 'review', id: posting.id }, detail: { of: heldBy }, personal: { reason } });
    return done(null);
  },
});
