import type { Knex } from 'knex';
import type { StaffActor } from '#app/domain/actor.ts';
import type { EnteredMinimumWage } from '#app/domain/minimumWage.ts';
import { minimumWageStore } from '../stores/minimumWages.ts';

export type ListedMinimumWages = {
  entered: readonly EnteredMinimumWage[];
  /** Name of the member of staff who entered it, by the id of the wage. */
  names: Readonly<Record<string, string>>;
};

/** Every minimum wage that was entered, at any office: they hold for the whole country. */
export async function minimumWages(knex: Knex, _actor: StaffActor): Promise<ListedMinimumWages> {
  const named: { id: string; name: string }[] = await knex('minimum_wage')
    .join('staff', 'staff.id', 'minimum_wage.entered_by')
    .select('minimum_wage.id', 'staff.name');
  return {
    entered: await minimumWageStore(knex).all(),
    names: Object.fromEntries(named.map(({ id, name }) => [id, name])),
  };
}
