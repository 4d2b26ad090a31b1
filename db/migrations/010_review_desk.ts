import type { Knex } from 'knex';

/**
 * The desk of a review: 保留 of a posting, メモ, 確認 that staff add by hand, what is typed into a decision that is not
 * made yet, 引継ぎ that is asked for; 定型文 for a 保留. Conventions as in 001.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('review_hold', (t) => {
    t.text('posting_id').primary().references('posting.id');
    t.text('reason').notNullable();
    t.text('until').notNullable();
    t.text('placed_by').notNullable().references('staff.id');
    t.text('placed_at').notNullable();
    t.index('until');
  });

  await knex.schema.createTable('staff_note', (t) => {
    t.text('id').primary();
    t.text('office_id').notNullable().references('office.id');
    t.text('establishment_id').notNullable().references('establishment.id');
    t.text('posting_id').references('posting.id');
    t.text('text').notNullable();
    t.text('written_by').notNullable().references('staff.id');
    t.text('written_at').notNullable();
    t.text('taken_back_at');
    t.index(['establishment_id', 'written_at']);
    t.index(['posting_id', 'written_at']);
  });

  await knex.schema.createTable('extra_check', (t) => {
    t.text('id').primary();
    t.text('office_id').notNullable().references('office.id');
    t.text('establishment_id').notNullable().references('establishment.id');
    t.text('posting_id').references('posting.id');
    t.text('reason').notNullable();
    t.text('due_on').notNullable();
    t.text('added_by').notNullable().references('staff.id');
    t.text('added_at').notNullable();
    t.text('settled_by').references('staff.id');
    t.text('settled_at');
    t.text('settled_note');
    t.integer('version').notNullable();
    t.index(['posting_id', 'added_at']);
    t.index(['establishment_id', 'added_at']);
    t.check('(settled_at is null) = (settled_by is null)', {}, 'extra_check_settled_whole');
  });
  await knex.schema.raw(
    'create index extra_check_open on extra_check (office_id, due_on) where settled_at is null',
  );

  await knex.schema.createTable('decision_draft', (t) => {
    t.text('staff_id').notNullable().references('staff.id');
    t.text('posting_id').notNullable().references('posting.id');
    t.text('act').notNullable().checkIn(['accept', 'return', 'refuse']);
    t.text('typed').notNullable();
    t.text('saved_at').notNullable();
    t.primary(['staff_id', 'posting_id', 'act']);
  });

  await knex.schema.createTable('hand_over_request', (t) => {
    t.text('posting_id').primary().references('posting.id');
    t.text('asked_by').notNullable().references('staff.id');
    t.text('asked_of').notNullable().references('staff.id');
    t.text('reason').notNullable();
    t.text('asked_at').notNullable();
    t.text('kept_at');
  });

  await rebuildTemplates(knex, ['return', 'refusal', 'hold']);
}

export async function down(knex: Knex): Promise<void> {
  await knex('reason_template').where({ kind: 'hold' }).delete();
  await rebuildTemplates(knex, ['return', 'refusal']);
  for (const table of ['hand_over_request', 'decision_draft', 'extra_check', 'staff_note', 'review_hold'])
    await knex.schema.dropTable(table);
}

/** SQLite cannot change a check of a column: the table is made anew with its few rows. */
async function rebuildTemplates(knex: Knex, kinds: readonly string[]): Promise<void> {
  const rows = await knex('reason_template').select('*');
  await knex.schema.dropTable('reason_template');
  await knex.schema.createTable('reason_template', (t) => {
    t.text('id').primary();
    t.text('office_id').notNullable().references('office.id');
    t.text('kind')
      .notNullable()
      .checkIn([...kinds]);
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
  if (rows.length > 0) await knex.batchInsert('reason_template', rows, 50);
}
