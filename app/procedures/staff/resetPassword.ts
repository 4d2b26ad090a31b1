import { actorId } from '#app/domain/actor.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';
import { initialPassword, memberWithOffice } from './support.ts';

type Prepared = { password: string; hash: string };

/** パスワードの再発行 for a colleague who has forgotten theirs; every session of theirs ends. */
export const resetPassword = defineProcedure<{ staffId: string }, { password: string }, Prepared>({
  name: 'staff.resetPassword',
  permission: 'staff.manage',
  input: object({ staffId: recordId }),
  audit: 'staff.passwordReset',

  async prepare({ secrets }) {
    const password = initialPassword(secrets);
    return done({ password, hash: await secrets.hash(password) });
  },

  async run(context, { staffId }, { password, hash }) {
    const { stores, actor, record } = context;
    if (staffId === actorId(actor)) return refuse('staff-self');
    await memberWithOffice(context, staffId, {});
    await stores.staff.update(staffId, { passwordHash: hash, temporaryPassword: true });
    await stores.sessions.removeAllOf(staffId);
    record({ subject: { type: 'staff', id: staffId } });
    return done({ password });
  },
});
