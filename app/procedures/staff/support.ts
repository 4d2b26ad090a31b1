import type { StaffActor, StaffRole } from '#app/domain/actor.ts';
import type { StaffMember } from '#db/stores/staff.ts';
import { Conflict, notFoundUnless, type ProcedureContext } from '../procedure.ts';
import type { Secrets } from '../secrets.ts';

/** The roles, for schemas. */
export const staffRoles = ['clerk', 'supervisor', 'auditor'] as const satisfies readonly StaffRole[];

/** Letters of an initial password between its hyphens. */
const group = 4;

/**
 * An initial password, to be read out or copied once: sixteen letters of Crockford base 32 (80 bits) in groups of
 * four. It opens nothing but the page that changes it.
 */
export const initialPassword = (secrets: Pick<Secrets, 'newKey'>): string =>
  `${secrets.newKey()}${secrets.newKey().slice(0, group)}`.match(/.{4}/g)?.join('-') ?? '';

/**
 * A member of the actor's own office with their colleagues, while no other change to the office's people runs.
 * @throws Conflict when the member is not as the page showed them any more
 */
export async function memberWithOffice(
  { stores, actor }: Pick<ProcedureContext, 'stores' | 'actor'>,
  staffId: string,
  shown: Partial<Pick<StaffMember, 'role' | 'active'>>,
): Promise<{ member: StaffMember; colleagues: readonly StaffMember[] }> {
  const { officeId } = actor as StaffActor;
  await stores.staff.holdOffice(officeId);
  const everybody = await stores.staff.ofOffice(officeId);
  const member = notFoundUnless(everybody.find(({ id }) => id === staffId));
  const moved = Object.entries(shown).some(([name, value]) => member[name as keyof StaffMember] !== value);
  if (moved) throw new Conflict({ type: 'staff', id: staffId });
  return { member, colleagues: everybody.filter(({ id }) => id !== staffId) };
}

/** Whether somebody among them confirms refusals and owns the rules. */
export const hasSupervisor = (people: readonly StaffMember[]): boolean =>
  people.some(({ role, active }) => role === 'supervisor' && active);
