import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';

/** Ends the use of the API by a partner, for example because its secret has become known. */
export const closePartner = defineProcedure<{ name: string }, null>({
  name: 'partner.close',
  permission: 'partner.manage',
  input: object({ name: shortText(60) }),
  audit: 'partner.closed',

  async run({ stores, record }, { name }) {
    const partner = notFoundUnless(await stores.partners.findByName(name));
    if (!partner.active) throw new Conflict({ type: 'partner', id: partner.id });
    await stores.partners.update({ ...partner, active: false });
    record({ subject: { type: 'partner', id: partner.id }, detail: { name } });
    return done(null);
  },
});
