import type { CalendarDate } from '#app/domain/calendar.ts';
import { done } from '#app/domain/refusal.ts';
import { voidOpenRequest } from '../changeRequest/voidOpen.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId, type ShownPosting, shownPosting } from '../schemas.ts';
import { loadPosting } from './support.ts';

type Input = ShownPosting & { requestId: string };

/**
 * 募集停止により無効: the day of an accepted request has come. The date is that day also where the job runs later,
 * because the leaflet counts from 求人無効日.
 */
export const stopPosting = defineProcedure<Input, { invalidatedOn: CalendarDate }>({
  name: 'posting.stop',
  permission: 'posting.stop',
  input: object({ ...shownPosting, requestId: recordId }),
  audit: 'posting.stopped',

  async run(context, input) {
    const { scope, stores, today, now, record } = context;
    const posting = await loadPosting(context, input, 'stop');
    const request = notFoundUnless(await stores.changeRequests.find(scope, input.requestId));
    const { stopOn } = request;
    if (request.postingId !== posting.id || request.state !== 'accepted' || stopOn === null || stopOn > today)
      throw new Conflict({ type: 'change_request', id: request.id });
    await stores.postings.update({ ...posting, state: 'invalid', invalidatedOn: stopOn, updatedAt: now });
    record({
      subject: { type: 'posting', id: posting.id },
      detail: { reason: 'stopped', requestId: request.id, invalidatedOn: stopOn },
    });
    await voidOpenRequest(context, posting.id);
    return done({ invalidatedOn: stopOn });
  },
});
