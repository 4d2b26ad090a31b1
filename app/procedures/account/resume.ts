import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId, shortText } from '../schemas.ts';

type Input = { establishmentId: string; reason: string };

/** The end of 利用不可: a supervisor opens the MyPage again and says why. */
export const resumeMypage = defineProcedure<Input, null>({
  name: 'account.resume',
  permission: 'account.suspend',
  input: object({ establishmentId: recordId, reason: shortText(600) }),
  audit: 'account.resumed',

  async run({ actor, scope, stores, today, record, enqueue }, { establishmentId, reason }) {
    if (actor.kind !== 'staff') throw new Error('Only the staff lift it.');
    notFoundUnless(await stores.establishments.find(scope, establishmentId));
    const accounts = await stores.accounts.lockOf(establishmentId);
    const suspension = await stores.suspensions.openOf(establishmentId);
    if (suspension === undefined) throw new Conflict({ type: 'establishment', id: establishmentId });
    await stores.suspensions.end(suspension.id, { on: today, by: actor.id, reason });
    for (const account of accounts) {
      if (account.suspendedOn === null) continue;
      await stores.accounts.update({ ...account, suspendedOn: null });
      enqueue({
        kind: 'mail.mypageResumed',
        payload: { accountId: account.id },
        dedupe: `mypageResumed:${suspension.id}:${account.id}`,
      });
    }
    record({
      subject: { type: 'establishment', id: establishmentId },
      detail: { suspensionId: suspension.id },
      personal: { reason },
    });
    return done(null);
  },
});
