import { awaitsVisit } from '#app/domain/posting.ts';
import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';
import { lastDueToRemind } from './deadlineDays.ts';

/**
 * 来庁期限のお知らせ before a due date, once for each posting and due date. The posting itself stays as it is, so that a
 * page somebody has open is not made stale by it.
 */
export const remindVisit = defineProcedure<{ postingId: string }, null>({
  name: 'posting.remindVisit',
  permission: 'posting.remind',
  input: object({ postingId: recordId }),
  audit: 'posting.visitReminded',

  async run({ scope, stores, rules, today, record, enqueue }, { postingId }) {
    const posting = notFoundUnless(await stores.postings.find(scope, postingId));
    const { dueDate } = posting;
    const last = lastDueToRemind(rules, await stores.offices.daysOf(posting.officeId), today);
    if (dueDate === null || !awaitsVisit(posting) || dueDate < today || dueDate > last)
      throw new Conflict({ type: 'posting', id: postingId });
    await stores.deadlineNotices.insert({ postingId, kind: 'visit', deadline: dueDate, sentOn: today });
    record({ subject: { type: 'posting', id: postingId }, detail: { dueDate } });
    enqueue({
      kind: 'mail.visitReminder',
      payload: { postingId, dueDate },
      dedupe: `visitReminder:${postingId}:${dueDate}`,
    });
    return done(null);
  },
});
