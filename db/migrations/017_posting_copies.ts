import type { Knex } from 'knex';

/** 転用: what a draft was copied from. Conventions as in 001. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('posting_copy', (t) => {
    t.text('posting_id').primary().references('posting.id').onDelete('CASCADE');
    // No reference: the source may be erased before what was copied from it.
    t.text('source_id').notNullable();
    t.text('carried').notNullable();
    t.text('left_out').notNullable();
    t.text('copied_at').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('posting_copy');
}
