import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';
import { startNext } from './next.ts';

/** A back-test that waits or runs is called off; the next one in line begins. What it had counted is thrown away. */
export const cancelBackTest = defineProcedure<{ backTestId: string }, null>({
  name: 'backTest.cancel',
  permission: 'rule.try',
  input: object({ backTestId: recordId }),
  audit: 'backTest.cancelled',

  async run({ stores, now, record }, { backTestId }) {
    const test = notFoundUnless(await stores.backTests.find(backTestId));
    await stores.backTests.hold();
    if (!(await stores.backTests.end(test.id, 'cancelled', now)))
      throw new Conflict({ type: 'back_test', id: test.id });
    await startNext(stores);
    record({ subject: { type: 'back_test', id: test.id } });
    return done(null);
  },
});
