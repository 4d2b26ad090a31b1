import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';

/** Whose an item is, as a page shows it. */
export type ShownAssignment = { name: string; own: boolean };

export type Colleague = { id: string; name: string };

/** Who at the actor's office decides, by name: to whom something can be given. */
export const colleagues = (knex: Knex, actor: StaffActor): Promise<Colleague[]> =>
  knex('staff')
    .where({ office_id: actor.officeId, active: 1 })
    .whereIn('role', ['clerk', 'supervisor'])
    .orderBy(['name', 'id'])
    .select('id', 'name');
