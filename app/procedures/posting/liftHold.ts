import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';

/** 保留を解く: before its day has come, what was waited for is there. */
export const liftHold = defineProcedure<{ postingId: string }, null>({
  name: 'posting.liftHold',
  permission: 'posting.hold',
  input: object({ postingId: recordId }),
  audit: 'posting.holdLifted',

  async run({ scope, stores, today, record }, { postingId }) {
    const posting = notFoundUnless(await stores.postings.find(scope, postingId));
    if (!(await stores.reviewHolds.lift(posting.id, today))) return refuse('not-held');
    record({ subject: { type: 'posting', id: posting.id } });
    return done(null);
  },
});
