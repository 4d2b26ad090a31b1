import { actorId } from '#app/domain/actor.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';

/** 手放す: the posting is served to others again. */
export const releaseReview = defineProcedure<{ postingId: string }, null>({
  name: 'posting.releaseReview',
  permission: 'review.claim',
  input: object({ postingId: recordId }),
  audit: 'review.released',

  async run({ actor, scope, stores, record }, { postingId }) {
    const posting = notFoundUnless(await stores.postings.find(scope, postingId));
    if (!(await stores.reviewClaims.release(posting.id, actorId(actor)))) return refuse('not-claimed');
    record({ subject: { type: 'review', id: posting.id } });
    return done(null);
  },
});
