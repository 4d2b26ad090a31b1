import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import { type StaffMember, staffStore } from '../stores/staff.ts';

/** A member of staff without the hash of their password. */
export type ShownMember = Pick<
  StaffMember,
  'id' | 'name' | 'loginName' | 'role' | 'active' | 'temporaryPassword'
>;

/** Everybody of the actor's office, those who have left included; an office has some dozens of them. */
export async function officeMembers(knex: Knex, actor: StaffActor): Promise<ShownMember[]> {
  const members = await staffStore(knex).ofOffice(actor.officeId);
  return members.map(({ id, name, loginName, role, active, temporaryPassword }) => ({
    id,
    name,
    loginName,
    role,
    active,
    temporaryPassword,
  }));
}
