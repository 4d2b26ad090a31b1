import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { AssignableItem } from '#app/domain/queue.ts';

/** Whose an item is, as a page shows it. */
export type ShownAssignment = { name: string; own: boolean };

/** The 担当 of these items, by `type:id`; only people of the actor's office are named. */
export async function assignmentsOf(
  knex: Knex,
  actor: StaffActor,
  items: readonly AssignableItem[],
): Promise<Readonly<Record<string, ShownAssignment>>> {
  const ids = items.map(({ id }) => id);
  const rows = await knex('review_assignment')
    .join('staff', 'staff.id', 'review_assignment.staff_id')
    .where('staff.office_id', actor.officeId)
    .whereIn('item_type', [...new Set(items.map(({ type }) => type))])
    .whereIn('item_id', ids)
    .select('item_type', 'item_id', 'staff_id', 'staff.name');
  return Object.fromEntries(
    rows.map((row) => [
      `${row.item_type}:${row.item_id}`,
      { name: row.name, own: row.staff_id === actor.id },
    ]),
  );
}

export type Colleague = { id: string; name: string };

/** Who at the actor's office decides, by name: to whom something can be given. */
export const colleagues = (knex: Knex, actor: StaffActor): Promise<Colleague[]> =>
  knex('staff')
    .where({ office_id: actor.officeId, active: 1 })
    .whereIn('role', ['clerk', 'supervisor'])
    .orderBy(['name', 'id'])
    .select('id', 'name');
