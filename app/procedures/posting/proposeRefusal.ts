import { actorId } from '#app/domain/actor.ts';
import { type RefusalGround, refusalGrounds } from '#app/domain/posting.ts';
import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, type ShownPosting, shortText, shownPosting } from '../schemas.ts';
import { endReview, loadPosting } from './support.ts';

type Input = ShownPosting & { ground: RefusalGround; reason: string };

/** 不受理の起案: one of the six grounds of 職業安定法5条の6第1項; in force only when a supervisor confirms it. */
export const proposeRefusal = defineProcedure<Input, null>({
  name: 'posting.proposeRefusal',
  permission: 'posting.proposeRefusal',
  input: object({ ...shownPosting, ground: { enum: [...refusalGrounds] }, reason: shortText(600) }),
  audit: 'posting.refusalProposed',

  async run(context, input) {
    const { actor, stores, now, newId, record } = context;
    const posting = await loadPosting(context, input, 'proposeRefusal');
    await endReview(context, posting.id);
    await stores.reasonTemplates.countUses(posting.officeId, 'refusal', input.reason);
    await stores.postings.insertRefusal({
      id: newId(),
      postingId: posting.id,
      ground: input.ground,
      reason: input.reason,
      proposedBy: actorId(actor),
      proposedAt: now,
      settledBy: null,
      settledAt: null,
      settlement: null,
    });
    await stores.postings.update({
      ...posting,
      state: 'refusal_proposed',
      waitingSince: now,
      updatedAt: now,
    });
    record({
      subject: { type: 'posting', id: posting.id },
      detail: { ground: input.ground },
      personal: { reason: input.reason },
    });
    return done(null);
  },
});
