import { actorId } from '#app/domain/actor.ts';
import type { PostingState } from '#app/domain/posting.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, optionalText, type ShownPosting, shownPosting } from '../schemas.ts';
import { endReview, loadPosting } from './support.ts';

type Input = ShownPosting & { settlement: 'confirmed' | 'declined'; comment: string | null };

/** 不受理の確認: a supervisor other than the proposer confirms the refusal, or sends the posting back to review. */
export const settleRefusal = defineProcedure<Input, { state: PostingState }>({
  name: 'posting.settleRefusal',
  permission: 'posting.settleRefusal',
  input: object({
    ...shownPosting,
    settlement: { enum: ['confirmed', 'declined'] },
    comment: optionalText(600),
  }),
  audit: 'posting.refusalSettled',

  async run(context, input) {
    const { actor, stores, now, record, enqueue } = context;
    const confirmed = input.settlement === 'confirmed';
    const posting = await loadPosting(context, input, confirmed ? 'confirmRefusal' : 'declineRefusal');
    await endReview(context, posting.id);
    const refusal = notFoundUnless(await stores.postings.openRefusal(posting.id));
    if (refusal.proposedBy === actorId(actor)) return refuse('own-proposal');

    const waits = posting.dueDate !== null && posting.visitedOn === null ? 'awaiting_visit' : 'under_review';
    const state: PostingState = confirmed ? 'refused' : waits;
    await stores.postings.settleRefusal({
      ...refusal,
      settledBy: actorId(actor),
      settledAt: now,
      settlement: input.settlement,
    });
    await stores.postings.update({ ...posting, state, waitingSince: now, updatedAt: now });
    record({
      subject: { type: 'posting', id: posting.id },
      detail: { ground: refusal.ground, settlement: input.settlement, to: state },
      personal: { comment: input.comment },
    });
    if (confirmed)
      enqueue({
        kind: 'mail.postingRefused',
        payload: { postingId: posting.id },
        dedupe: `postingRefused:${refusal.id}`,
      });
    return done({ state });
  },
});
