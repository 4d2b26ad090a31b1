import { actorId } from '#app/domain/actor.ts';
import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';

/** 求人者 signs out: the session ends on the server, whatever becomes of the cookie. */
export const signOut = defineProcedure<{ idHash: string }, null>({
  name: 'account.signOut',
  permission: 'mypage.home',
  input: object({ idHash: shortText(64) }),
  audit: 'account.signedOut',

  async run({ actor, stores, record }, { idHash }) {
    await stores.sessions.remove(idHash);
    record({ subject: { type: 'account', id: actorId(actor) } });
    return done(null);
  },
});
