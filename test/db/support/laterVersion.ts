import type { Knex } from 'knex';
import { migrationSource } from '#db/migrations/index.ts';

/** The migrations of this version, and of a later one two more: the second goes through `inTheMiddle`. */
export const laterVersion = (inTheMiddle: () => Promise<void> | void): Knex.MigrationSource<string> => ({
  ...migrationSource,
  getMigrations: async (extensions) => [
    ...(await migrationSource.getMigrations(extensions)),
    '998_a_table_more',
    '999_another_check',
  ],
  getMigration: async (name) => {
    const down = async (): Promise<void> => {};
    if (name === '998_a_table_more') {
      return {
        up: async (knex) => {
          await knex.schema.createTable('later', (t) => t.text('id').primary());
          await knex('later').insert({ id: 'first' });
        },
        down,
      };
    }
    if (name === '999_another_check') {
      return {
        up: async (knex) => {
          // Knex rebuilds the table for this on SQLite.
          await knex.schema.alterTable('office', (t) => t.text('later').notNullable().defaultTo('new'));
          await knex.schema.alterTable('office', (t) => t.dropUnique(['code']));
          await inTheMiddle();
          await knex.schema.dropTable('later');
        },
        down,
      };
    }
    return migrationSource.getMigration(name);
  },
});
