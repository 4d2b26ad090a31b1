import { canBeCopied, type LeftOut } from '#app/domain/postingCopy.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { copiedValues } from '#app/forms/copy.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { postingForm, postingSteps } from '#app/forms/posting.ts';
import { refuseIfClosed } from '../account/access.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';
import { emptyDraft } from './startDraft.ts';
import { withContent } from './support.ts';

/**
 * 転用 (leaflet 「申込み済みの求人データを活用して求人を申し込むこともできます」): a new draft with the content of an
 * earlier posting. Every step counts as filled in; what is missing in it, the review of the whole says.
 */
export const copyPosting = defineProcedure<
  { sourceId: string },
  { postingId: string; leftOut: readonly LeftOut[] }
>({
  name: 'posting.copy',
  permission: 'posting.draft',
  input: object({ sourceId: recordId }),
  audit: 'posting.draftCopied',

  async run(context, { sourceId }) {
    const { actor, scope, stores, now, newId, record } = context;
    if (actor.kind !== 'employer' || actor.establishmentId === null) return refuse('establishment-missing');
    const establishment = notFoundUnless(await stores.establishments.find(scope, actor.establishmentId));
    const closed = await refuseIfClosed(context, 'posting-apply', establishment.officeId);
    if (closed) return closed;
    const source = notFoundUnless(await stores.postings.find(scope, sourceId));
    if (!canBeCopied(source.state)) return refuse('copy-unsettled');

    const postingId = newId();
    const { values, carried, leftOut } = copiedValues(fieldsOf(postingForm), source.content);
    const draft = emptyDraft(postingId, establishment, actor, now);
    await stores.postings.insert({ ...withContent(draft, values), stepsDone: postingSteps.length });
    await stores.postingCopies.insert({ postingId, sourceId, carried, leftOut, copiedAt: now });
    record({
      subject: { type: 'posting', id: postingId },
      detail: { copiedFrom: sourceId, leftOut: leftOut.map(({ field }) => field) },
    });
    return done({ postingId, leftOut });
  },
});
