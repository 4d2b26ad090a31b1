import { actorId } from '#app/domain/actor.ts';
import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';

/** 職員 signs out: the session ends on the server, whatever becomes of the cookie. */
export const signOut = defineProcedure<{ idHash: string }, null>({
  name: 'staff.signOut',
  permission: 'staff.home',
  input: object({ idHash: shortText(64) }),
  audit: 'staff.signedOut',

  async run({ actor, stores, record }, { idHash }) {
    await stores.sessions.remove(idHash);
    record({ subject: { type: 'staff', id: actorId(actor) } });
    return done(null);
  },
});
