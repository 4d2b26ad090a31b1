import { actorId } from '#app/domain/actor.ts';
import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, type ShownPosting, shortText, shownPosting } from '../schemas.ts';
import { endReview, loadPosting } from './support.ts';

type Input = ShownPosting & {
  reasons: readonly string[];
  /** Names of posting fields the employer is led to. */
  fields: readonly string[];
  message: string;
};

const codes = (maxItems: number) => ({
  type: 'array',
  maxItems,
  items: { type: 'string', minLength: 1, maxLength: 60 },
});

/** 差戻し: the employer is told what to correct, field by field; everything typed stays theirs to edit. */
export const returnPosting = defineProcedure<Input, { returnId: string }>({
  name: 'posting.return',
  permission: 'posting.return',
  input: object({
    ...shownPosting,
    reasons: { ...codes(20), minItems: 1 },
    fields: codes(120),
    message: shortText(600),
  }),
  audit: 'posting.returned',

  async run(context, input) {
    const { actor, stores, now, newId, record, enqueue } = context;
    const posting = await loadPosting(context, input, 'return');
    await endReview(context, posting.id);
    await stores.reasonTemplates.countUses(posting.officeId, 'return', input.message);
    const returnId = newId();
    await stores.postings.insertReturn({
      id: returnId,
      postingId: posting.id,
      reasons: input.reasons,
      fields: input.fields,
      message: input.message,
      returnedBy: actorId(actor),
      returnedAt: now,
      answeredAt: null,
    });
    await stores.postings.update({ ...posting, state: 'returned', waitingSince: now, updatedAt: now });
    record({
      subject: { type: 'posting', id: posting.id },
      detail: { returnId, reasons: input.reasons, fields: input.fields },
      personal: { message: input.message },
    });
    enqueue({
      kind: 'mail.postingReturned',
      payload: { postingId: posting.id, returnId },
      dedupe: `postingReturned:${returnId}`,
    });
    return done({ returnId });
  },
});
