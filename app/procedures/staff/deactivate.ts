import { actorId } from '#app/domain/actor.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';
import { hasSupervisor, memberWithOffice } from './support.ts';

/** 利用の停止 of a colleague who has left: nothing of what they did changes, and every session of theirs ends. */
export const deactivateMember = defineProcedure<{ staffId: string }, null>({
  name: 'staff.deactivate',
  permission: 'staff.manage',
  input: object({ staffId: recordId }),
  audit: 'staff.deactivated',

  async run(context, { staffId }) {
    const { stores, actor, record } = context;
    if (staffId === actorId(actor)) return refuse('staff-self');
    const { colleagues } = await memberWithOffice(context, staffId, { active: true });
    if (!hasSupervisor(colleagues)) return refuse('last-supervisor');
    await stores.staff.update(staffId, { active: false });
    await stores.sessions.removeAllOf(staffId);
    record({ subject: { type: 'staff', id: staffId } });
    return done(null);
  },
});
