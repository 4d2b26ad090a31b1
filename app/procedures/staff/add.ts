import type { StaffActor, StaffRole } from '#app/domain/actor.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, shortText } from '../schemas.ts';
import { initialPassword, staffRoles } from './support.ts';

type Input = { name: string; loginName: string; role: StaffRole };
type Prepared = { password: string; hash: string };

/** 職員の登録 at the supervisor's own office; the initial password is in the answer, and nowhere else. */
export const addMember = defineProcedure<Input, { staffId: string; password: string }, Prepared>({
  name: 'staff.add',
  permission: 'staff.manage',
  input: object({
    name: shortText(60),
    loginName: shortText(40),
    role: { type: 'string', enum: [...staffRoles] },
  }),
  audit: 'staff.added',

  async prepare({ secrets }) {
    const password = initialPassword(secrets);
    return done({ password, hash: await secrets.hash(password) });
  },

  async run({ actor, stores, newId, record }, { name, loginName, role }, { password, hash }) {
    if (await stores.staff.findByLoginName(loginName))
      return refuse('fields-wrong', { fields: [{ field: 'login_name', code: 'taken' }] });
    const { officeId } = actor as StaffActor;
    const staffId = newId();
    await stores.staff.insert({
      id: staffId,
      officeId,
      name,
      role,
      loginName,
      passwordHash: hash,
      demo: false,
      active: true,
      temporaryPassword: true,
    });
    record({ subject: { type: 'staff', id: staffId }, detail: { role, loginName }, personal: { name } });
    return done({ staffId, password });
  },
});
