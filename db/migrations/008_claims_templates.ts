import type { Knex } from 'knex';

/**
 * Who reviews which posting at this moment, one row a posting at most; 個人設定 of staff;
 * 定型文 of offices;
 * which 差戻し were taken back. Conventions as in 001.
 */
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

  await knex.schema.createTable('reason_template', (t) => {
    t.text('id').primary();
    t.text('office_id').notNullable().references('office.id');
    t.text('kind').notNullable().checkIn(['return', 'refusal']);
    t.text('title').notNullable();
    t.text('body').notNullable();
    t.text('reason_code');
    t.integer('position').notNullable();
    t.integer('used').notNullable();
    t.text('retired_at');
    t.integer('version').notNullable();
    t.text('updated_at').notNullable();
    t.index(['office_id', 'kind']);
  });

  await knex.schema.alterTable('posting_return', (t) => {
    t.text('withdrawn_at');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('posting_return', (t) => {
    t.dropColumn('withdrawn_at');
  });
  for (const table of ['reason_template', 'staff_preference', 'review_claim'])
    await knex.schema.dropTable(table);
}
