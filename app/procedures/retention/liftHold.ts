import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId, shortText } from '../schemas.ts';

type Input = { establishmentId: string; reason: string };

/** 消去の保留 ends: what is due is erased in the next night. */
export const liftLegalHold = defineProcedure<Input, null>({
  name: 'retention.liftHold',
  permission: 'retention.hold',
  input: object({ establishmentId: recordId, reason: shortText(600) }),
  audit: 'retention.holdLifted',

  async run({ scope, stores, record }, { establishmentId, reason }) {
    notFoundUnless(await stores.establishments.find(scope, establishmentId));
    if (!(await stores.retention.liftHold(establishmentId)))
      throw new Conflict({ type: 'establishment', id: establishmentId });
    record({ subject: { type: 'establishment', id: establishmentId }, personal: { reason } });
    return done(null);
  },
});
