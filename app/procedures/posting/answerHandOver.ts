import { actorId } from '#app/domain/actor.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { claimExpiry, type HandOverRequest, type ReviewClaim } from '#app/domain/reviewClaim.ts';
import { defineProcedure, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';

type Input = {
  postingId: string;
  /** Who asked, on the page of the holder: another request needs another answer. */
  askedBy: string;
};

const input = object({ postingId: recordId, askedBy: recordId });

/** The request that is open with the actor, who holds the review; undefined where there is none (any more). */
async function openRequest(
  { actor, scope, stores, now }: ProcedureContext,
  { postingId, askedBy }: Input,
): Promise<{ request: HandOverRequest; claim: ReviewClaim } | undefined> {
  const posting = notFoundUnless(await stores.postings.find(scope, postingId));
  const claim = await stores.reviewClaims.find(posting.id, now);
  if (claim === undefined || claim.staffId !== actorId(actor)) return undefined;
  const request = await stores.handOverRequests.openWith(claim);
  return request?.askedBy === askedBy ? { request, claim } : undefined;
}

/** The holder hands the review over to the person who asked. */
export const handOverReview = defineProcedure<Input, null>({
  name: 'posting.handOverReview',
  permission: 'review.claim',
  input,
  audit: 'review.handedOver',

  async run(context, given) {
    const { stores, now, record } = context;
    const open = await openRequest(context, given);
    if (open === undefined) return refuse('hand-over-gone');
    const { postingId, staffId } = open.claim;
    const taken = { postingId, staffId: given.askedBy, begunAt: now, expiresAt: claimExpiry(now) };
    if (!(await stores.reviewClaims.takeFrom(staffId, taken))) return refuse('hand-over-gone');
    record({ subject: { type: 'review', id: postingId }, detail: { to: given.askedBy } });
    return done(null);
  },
});

/** The holder goes on; the person who asked is told on their page. */
export const keepReview = defineProcedure<Input, null>({
  name: 'posting.keepReview',
  permission: 'review.claim',
  input,
  audit: 'review.kept',

  async run(context, given) {
    const open = await openRequest(context, given);
    if (open === undefined) return refuse('hand-over-gone');
    await context.stores.handOverRequests.keep(open.request, context.now);
    context.record({ subject: { type: 'review', id: given.postingId }, detail: { askedBy: given.askedBy } });
    return done(null);
  },
});
