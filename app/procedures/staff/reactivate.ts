import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';
import { memberWithOffice } from './support.ts';

/** 利用の再開 of a colleague who has come back, with the role and the password they had. */
export const reactivateMember = defineProcedure<{ staffId: string }, null>({
  name: 'staff.reactivate',
  permission: 'staff.manage',
  input: object({ staffId: recordId }),
  audit: 'staff.reactivated',

  async run(context, { staffId }) {
    await memberWithOffice(context, staffId, { active: false });
    await context.stores.staff.update(staffId, { active: true });
    context.record({ subject: { type: 'staff', id: staffId } });
    return done(null);
  },
});
