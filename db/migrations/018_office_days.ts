import type { Knex } from 'knex';

/**
 * For which work an office opens on a day of its own: a Saturday opened for placement only (職業紹介) is no open day
 * (開庁日) of the law. Conventions as in 001.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('office_calendar_day', (t) => {
    t.text('service').notNullable().defaultTo('all').checkIn(['all', 'placement']);
  });
}

export async function down(knex: Knex): Promise<void> {
  // In SQL, because on SQLite Knex would rebuild the table.
  await knex.schema.raw('alter table office_calendar_day drop column service');
}
