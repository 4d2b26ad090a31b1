import type { Knex } from 'knex';

/** What an office reads of a period for its 統計: the rows of the period, and not those of all years. */
const indexes: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['posting', ['office_id', 'applied_on']],
  ['posting', ['office_id', 'accepted_on']],
  ['posting_return', ['returned_at']],
  ['posting_refusal', ['settled_at']],
  ['change_request', ['office_id', 'waiting_since']],
  ['change_request', ['office_id', 'decided_at']],
  ['image', ['office_id', 'uploaded_at']],
  ['image', ['office_id', 'decided_at']],
];

export async function up(knex: Knex): Promise<void> {
  for (const [table, columns] of indexes)
    await knex.schema.alterTable(table, (t) => {
      t.index([...columns]);
    });
}

export async function down(knex: Knex): Promise<void> {
  for (const [table, columns] of indexes)
    await knex.schema.alterTable(table, (t) => {
      t.dropIndex([...columns]);
    });
}
