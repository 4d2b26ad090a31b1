import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId, shortText } from '../schemas.ts';

type Input = { establishmentId: string; reason: string };

/**
 * 利用不可 (leaflet: 「運営を著しく妨げる行為を行った場合、マイページを「利用不可」とする場合があります」): a supervisor closes the
 * MyPage of an establishment at once, with every account of it, and says why.
 */
export const suspendMypage = defineProcedure<Input, null>({
  name: 'account.suspend',
  permission: 'account.suspend',
  input: object({ establishmentId: recordId, reason: shortText(600) }),
  audit: 'account.suspended',

  async run({ actor, scope, stores, today, newId, record, enqueue }, { establishmentId, reason }) {
    if (actor.kind !== 'staff') throw new Error('Only the staff suspend.');
    const establishment = notFoundUnless(await stores.establishments.find(scope, establishmentId));
    const accounts = await stores.accounts.lockOf(establishmentId);
    if (await stores.suspensions.openOf(establishmentId))
      throw new Conflict({ type: 'establishment', id: establishmentId });
    const suspensionId = newId();
    await stores.suspensions.insert({
      id: suspensionId,
      establishmentId,
      officeId: establishment.officeId,
      begunOn: today,
      begunBy: actor.id,
      reason,
      ended: null,
    });
    for (const account of accounts) {
      await stores.accounts.update({ ...account, suspendedOn: today });
      await stores.sessions.removeAllOf(account.id);
      enqueue({
        kind: 'mail.mypageSuspended',
        payload: { accountId: account.id },
        dedupe: `mypageSuspended:${suspensionId}:${account.id}`,
      });
    }
    record({
      subject: { type: 'establishment', id: establishmentId },
      detail: { suspensionId, accounts: accounts.map(({ id }) => id) },
      personal: { reason },
    });
    return done(null);
  },
});
