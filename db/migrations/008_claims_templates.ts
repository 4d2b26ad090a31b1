import type { Knex } from 'knex';

/** Who reviews which posting at this moment. One row a posting at most; conventions as in 001. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('review_claim', (t) => {
    t.text('posting_id').primary().references('posting.id');
    t.text('staff_id').notNullable().references('staff.id');
    t.text('begun_at').notNullable();
    t.text('expires_at').notNullable();
    t.index(['staff_id', 'expires_at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('review_claim');
}
