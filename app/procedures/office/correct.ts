import { done, refuse } from '#app/domain/refusal.ts';
import type { Office } from '#db/stores/offices.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';

type Shown = Pick<Office, 'name' | 'phone' | 'postal' | 'address'>;
type Input = Shown & {
  /** What the page showed (`shownOffice`); somebody else's correction is not overwritten. */
  shown: string;
};

/** The data that can be corrected, as one text. */
export const shownOffice = ({ name, phone, postal, address }: Shown): string =>
  JSON.stringify([name, phone, postal, address]);

/** 安定所の情報の訂正 by a supervisor of the office: pages, prints and mails say it from then on. */
export const correctOffice = defineProcedure<Input, null>({
  name: 'office.correct',
  permission: 'office.correct',
  input: object({
    name: shortText(60),
    phone: shortText(11),
    postal: shortText(7),
    address: shortText(200),
    shown: shortText(600),
  }),
  audit: 'office.corrected',

  async run({ actor, stores, record }, { shown, ...after }) {
    if (actor.kind !== 'staff') throw new Error('Only staff correct their office.');
    const before = notFoundUnless(await stores.offices.find(actor.officeId));
    if (shownOffice(before) !== shown) throw new Conflict({ type: 'office', id: before.id });
    if (shownOffice(after) === shown) return refuse('office-unchanged');
    await stores.offices.update({ ...before, ...after });
    const { name, phone, postal, address } = before;
    record({
      subject: { type: 'office', id: before.id },
      detail: { before: { name, phone, postal, address }, after },
    });
    return done(null);
  },
});
