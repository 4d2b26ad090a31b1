import { actorId, type StaffRole } from '#app/domain/actor.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object, recordId } from '../schemas.ts';
import { hasSupervisor, memberWithOffice, staffRoles } from './support.ts';

type Input = { staffId: string; from: StaffRole; role: StaffRole };

const role = { type: 'string', enum: [...staffRoles] };

/** 役割の変更, of a colleague; it holds from their next request on. */
export const changeRole = defineProcedure<Input, null>({
  name: 'staff.changeRole',
  permission: 'staff.manage',
  input: object({ staffId: recordId, from: role, role }),
  audit: 'staff.roleChanged',

  async run(context, { staffId, from, role: to }) {
    if (staffId === actorId(context.actor)) return refuse('staff-self');
    const { member, colleagues } = await memberWithOffice(context, staffId, { role: from });
    if (!hasSupervisor([...colleagues, { ...member, role: to }])) return refuse('last-supervisor');
    await context.stores.staff.update(staffId, { role: to });
    context.record({ subject: { type: 'staff', id: staffId }, detail: { from, to } });
    return done(null);
  },
});
