import { actorId } from '#app/domain/actor.ts';
import { done } from '#app/domain/refusal.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';

/** 代行表示の終了, before its time is over; what is over already stays so. */
export const endAssist = defineProcedure<{ establishmentId: string }, null>({
  name: 'assist.end',
  permission: 'assist.view',
  input: object({ establishmentId: recordId }),
  audit: 'assist.ended',

  async run({ actor, scope, stores, now, record }, { establishmentId }) {
    notFoundUnless(await stores.establishments.find(scope, establishmentId));
    const session = await stores.assistSessions.running(actorId(actor), establishmentId, now);
    if (session !== undefined) await stores.assistSessions.end(session.id, now);
    record({ subject: { type: 'establishment', id: establishmentId } });
    return done(null);
  },
});
