import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId, shortText } from '../schemas.ts';

type Input = { transferId: string; establishmentNumber: string };

/** The new office has registered the establishment anew; both offices see as what. */
export const settleTransfer = defineProcedure<Input, null>({
  name: 'establishment.settleTransfer',
  permission: 'establishment.settleTransfer',
  input: object({ transferId: recordId, establishmentNumber: shortText(20) }),
  audit: 'establishment.transferSettled',

  async run({ actor, scope, stores, now, record }, { transferId, establishmentNumber }) {
    if (actor.kind !== 'staff') throw new Error('Only the staff settle.');
    notFoundUnless(await stores.transfers.incoming(actor.officeId, transferId));
    const anew = await stores.establishments.findByNumber(scope, establishmentNumber);
    if (anew === undefined || anew.state !== 'registered') return refuse('transfer-not-registered');
    await stores.transfers.settle(transferId, { as: anew.id, by: actor.id, at: now });
    record({ subject: { type: 'establishment', id: anew.id }, detail: { transferId } });
    return done(null);
  },
});
