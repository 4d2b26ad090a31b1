import type { Knex } from 'knex';

const day = '____-__-__';

/** 求人票と実際の相違の申出: what a job seeker has reported of a posting, and what came of it. Conventions as in 001. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('mismatch_complaint', (t) => {
    t.text('id').primary();
    t.text('establishment_id').notNullable().references('establishment.id');
    t.text('office_id').notNullable().references('office.id');
    t.text('posting_id').references('posting.id');
    t.text('received_on').notNullable();
    t.text('topics').notNullable();
    t.text('description').notNullable();
    t.integer('holds_referrals').notNullable().checkIn(['0', '1']);
    t.text('received_by').notNullable().references('staff.id');
    t.text('received_at').notNullable();
    t.text('outcome').checkIn(['sheet_corrected', 'posting_cancelled', 'guided', 'no_mismatch']);
    t.text('outcome_note');
    t.text('settled_on');
    t.text('settled_by').references('staff.id');
    t.integer('version').notNullable();
    t.index(['establishment_id', 'settled_on']);
    t.index(['office_id', 'settled_on', 'received_on']);
    t.index(['posting_id', 'settled_on']);
    t.check('received_on like ?', [day], 'mismatch_complaint_day');
    t.check(
      '(outcome is null) = (settled_on is null) and (outcome is null) = (settled_by is null) and (outcome is null) = (outcome_note is null)',
      {},
      'mismatch_complaint_settled_whole',
    );
    t.check('settled_on is null or settled_on >= received_on', {}, 'mismatch_complaint_in_order');
    // Held are referrals to one posting, and only until the complaint is settled.
    t.check(
      'holds_referrals = 0 or (posting_id is not null and settled_on is null)',
      {},
      'mismatch_complaint_hold',
    );
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('mismatch_complaint');
}
