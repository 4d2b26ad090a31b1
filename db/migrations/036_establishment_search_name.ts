import type { Knex } from 'knex';

/** A registration asks every office for a record of the same name; the other indexes on it begin with an office. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('create index establishment_search_name on establishment (search_name)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index establishment_search_name');
}
