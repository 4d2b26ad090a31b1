import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import { done } from '#app/domain/refusal.ts';
import { voidOpenRequest } from '../changeRequest/voidOpen.ts';
import { Conflict, defineProcedure } from '../procedure.ts';
import { object, type ShownPosting, shownPosting } from '../schemas.ts';
import { loadPosting } from './support.ts';

/**
 * 有効期限により無効: the day after its last valid day a posting is invalid, and what was asked for it is void. The
 * date is that day also where the job runs later, because the leaflet counts from 求人無効日.
 */
export const expirePosting = defineProcedure<ShownPosting, { invalidatedOn: CalendarDate }>({
  name: 'posting.expire',
  permission: 'posting.expire',
  input: object({ ...shownPosting }),
  audit: 'posting.expired',

  async run(context, input) {
    const { stores, today, now, record } = context;
    const posting = await loadPosting(context, input, 'expire');
    if (posting.validUntil === null || posting.validUntil >= today)
      throw new Conflict({ type: 'posting', id: posting.id });
    const invalidatedOn = addDays(posting.validUntil, 1);
    await stores.postings.update({ ...posting, state: 'invalid', invalidatedOn, updatedAt: now });
    record({
      subject: { type: 'posting', id: posting.id },
      detail: { reason: 'expired', validUntil: posting.validUntil, invalidatedOn },
    });
    await voidOpenRequest(context, posting.id);
    return done({ invalidatedOn });
  },
});
