import { done, refuse } from '#app/domain/refusal.ts';
import type { Office } from '#db/stores/offices.ts';
import { defineProcedure } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';
import { hasSupervisor, initialPassword } from './support.ts';

type Input = { office: Omit<Office, 'id'>; name: string; loginName: string };
type Prepared = { password: string; hash: string };

/** The first 監督者 of an office, from the shell of a fresh installation; the office is made where it is not there. */
export const addFirstSupervisor = defineProcedure<Input, { staffId: string; password: string }, Prepared>({
  name: 'staff.addFirst',
  permission: 'staff.addFirst',
  input: object({
    office: object({
      code: { type: 'string', pattern: '^[0-9]{5}$' },
      name: shortText(60),
      phone: { type: 'string', pattern: '^0[0-9]{9,10}$' },
      postal: { type: 'string', pattern: '^[0-9]{7}$' },
      address: shortText(200),
      prefecture: { type: 'string', pattern: '^(0[1-9]|[1-3][0-9]|4[0-7])$' },
    }),
    name: shortText(60),
    loginName: { type: 'string', pattern: '^[A-Za-z0-9-]{1,40}$' },
  }),
  audit: 'staff.added',

  async prepare({ secrets }) {
    const password = initialPassword(secrets);
    return done({ password, hash: await secrets.hash(password) });
  },

  async run({ stores, newId, record }, { office, name, loginName }, { password, hash }) {
    const known = (await stores.offices.all()).find(({ code }) => code === office.code);
    const officeId = known?.id ?? newId();
    if (known === undefined) await stores.offices.insert({ id: officeId, ...office });
    await stores.staff.holdOffice(officeId);
    if (hasSupervisor(await stores.staff.ofOffice(officeId))) return refuse('office-has-supervisor');
    if (await stores.staff.findByLoginName(loginName))
      return refuse('fields-wrong', { fields: [{ field: 'login_name', code: 'taken' }] });
    const staffId = newId();
    const member = {
      id: staffId,
      officeId,
      name,
      role: 'supervisor',
      loginName,
      passwordHash: hash,
    } as const;
    await stores.staff.insert({ ...member, demo: false, active: true, temporaryPassword: true });
    record({
      subject: { type: 'staff', id: staffId },
      detail: { role: member.role, loginName },
      personal: { name },
    });
    return done({ staffId, password });
  },
});
