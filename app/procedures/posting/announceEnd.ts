import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';
import { lastEndToAnnounce } from './deadlineDays.ts';

/** 有効期限のお知らせ before the validity of a posting ends, once for each posting and 有効期限. */
export const announceEnd = defineProcedure<{ postingId: string }, null>({
  name: 'posting.announceEnd',
  permission: 'posting.remind',
  input: object({ postingId: recordId }),
  audit: 'posting.endAnnounced',

  async run({ scope, stores, rules, today, record, enqueue }, { postingId }) {
    const { state, validUntil } = notFoundUnless(await stores.postings.find(scope, postingId));
    if (
      state !== 'valid' ||
      validUntil === null ||
      validUntil < today ||
      validUntil > lastEndToAnnounce(rules, today)
    )
      throw new Conflict({ type: 'posting', id: postingId });
    await stores.deadlineNotices.insert({
      postingId,
      kind: 'validity',
      deadline: validUntil,
      sentOn: today,
    });
    record({ subject: { type: 'posting', id: postingId }, detail: { validUntil } });
    enqueue({
      kind: 'mail.validityEnds',
      payload: { postingId, validUntil },
      dedupe: `validityEnds:${postingId}:${validUntil}`,
    });
    return done(null);
  },
});
