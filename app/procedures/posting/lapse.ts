import { done } from '#app/domain/refusal.ts';
import { isLate } from '#app/domain/visit.ts';
import { Conflict, defineProcedure } from '../procedure.ts';
import { object, type ShownPosting, shownPosting } from '../schemas.ts';
import { endReview, loadPosting } from './support.ts';

/**
 * 失効: nobody has come for the 本登録 by the end of the due date (leaflet 「14日以内…にハローワークにお越しのうえ」). A posting that was
 * returned meanwhile lapses as well, because a 差戻し does not move the due date. The employer is told by mail.
 */
export const lapsePosting = defineProcedure<ShownPosting, null>({
  name: 'posting.lapse',
  permission: 'posting.lapse',
  input: object({ ...shownPosting }),
  audit: 'posting.lapsed',

  async run(context, input) {
    const { stores, today, now, record, enqueue } = context;
    const posting = await loadPosting(context, input, 'lapse');
    if (posting.visitedOn !== null || !isLate(posting, today))
      throw new Conflict({ type: 'posting', id: posting.id });
    await stores.postings.update({ ...posting, state: 'lapsed', updatedAt: now });
    await endReview(context, posting.id);
    record({
      subject: { type: 'posting', id: posting.id },
      detail: { from: posting.state, dueDate: posting.dueDate },
    });
    enqueue({
      kind: 'mail.postingLapsed',
      payload: { postingId: posting.id },
      dedupe: `postingLapsed:${posting.id}:${posting.version}`,
    });
    return done(null);
  },
});
