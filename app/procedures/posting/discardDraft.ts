import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, type ShownPosting, shownPosting } from '../schemas.ts';

/** A draft nobody has seen yet is thrown away. */
export const discardDraft = defineProcedure<ShownPosting, null>({
  name: 'posting.discardDraft',
  permission: 'posting.draft',
  input: object(shownPosting),
  audit: 'posting.draftDiscarded',

  async run({ scope, stores, record }, input) {
    const posting = notFoundUnless(await stores.postings.find(scope, input.postingId));
    if (posting.version !== input.version || posting.state !== 'draft')
      throw new Conflict({ type: 'posting', id: posting.id });
    await stores.postings.removeDraft(posting);
    record({ subject: { type: 'posting', id: posting.id } });
    return done(null);
  },
});
