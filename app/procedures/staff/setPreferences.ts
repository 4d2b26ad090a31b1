import { actorId } from '#app/domain/actor.ts';
import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object } from '../schemas.ts';

/** 個人設定 of the member of staff who is signed in, and of nobody else. */
export const setPreferences = defineProcedure<{ singleKeys: boolean }, null>({
  name: 'staff.setPreferences',
  permission: 'staff.home',
  input: object({ singleKeys: { type: 'boolean' } }),
  audit: 'staff.preferencesSet',

  async run({ actor, stores, record }, { singleKeys }) {
    await stores.staffPreferences.save(actorId(actor), { singleKeys });
    record({ subject: { type: 'staff', id: actorId(actor) }, detail: { singleKeys } });
    return done(null);
  },
});
