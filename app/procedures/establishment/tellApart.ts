import { done } from '#app/domain/refusal.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';

type Input = { oneId: string; otherId: string };

/** Two records that look alike are different establishments: the list of possible duplicates asks no more about them. */
export const tellApart = defineProcedure<Input, null>({
  name: 'establishment.tellApart',
  permission: 'establishment.compare',
  input: object({ oneId: recordId, otherId: recordId }),
  audit: 'establishment.toldApart',

  async run({ actor, scope, stores, now, record }, { oneId, otherId }) {
    if (actor.kind !== 'staff' || oneId === otherId) throw new Error('Staff tell two records apart.');
    for (const id of [oneId, otherId]) notFoundUnless(await stores.establishments.find(scope, id));
    await stores.establishmentMerges.tellApart([oneId, otherId], { by: actor.id, at: now });
    record({ subject: { type: 'establishment', id: oneId }, detail: { otherId } });
    record({ subject: { type: 'establishment', id: otherId }, detail: { otherId: oneId } });
    return done(null);
  },
});
