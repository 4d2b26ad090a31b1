import type { Knex } from 'knex';

/** Who reviews which posting at this moment, one row a posting at most; 個人設定 of staff. Conventions as in 001. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('review_claim', (t) => {
    t.text('posting_id').primary().references('posting.id');
    t.text('staff_id').notNullable().references('staff.id');
    t.text('begun_at').notNullable();
    t.text('expires_at').notNullable();
    t.index(['staff_id', 'expires_at']);
  });

  await knex.schema.createTable('staff_preference', (t) => {
    t.text('staff_id').primary().references('staff.id');
    t.integer('single_keys').notNullable().checkIn(['0', '1']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['staff_preference', 'review_claim']) await knex.schema.dropTable(table);
}
