import type { Knex } from 'knex';

/**
 * 消去 of MyPages: what is due, 消去の保留, whether an office erases by itself, 消去証明書 that name nobody, notices that
 * wait to be sent, and the anchors of the audit chain. Conventions as in 001.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('retention_setting', (t) => {
    t.text('office_id').primary().references('office.id');
    t.integer('automatic').notNullable().checkIn(['0', '1']);
    t.text('changed_by').notNullable().references('staff.id');
    t.text('changed_at').notNullable();
    t.integer('version').notNullable();
  });

  await knex.schema.createTable('legal_hold', (t) => {
    t.text('establishment_id').primary().references('establishment.id');
    t.text('office_id').notNullable().references('office.id');
    t.text('reason').notNullable();
    // The last day of the hold.
    t.text('until').notNullable();
    t.text('placed_by').notNullable().references('staff.id');
    t.text('placed_at').notNullable();
    t.index(['office_id', 'until']);
  });

  // Written anew every night: a MyPage of an establishment, or an account that never came to one.
  await knex.schema.createTable('erasure_mark', (t) => {
    t.text('id').primary();
    t.text('establishment_id').unique().references('establishment.id');
    t.text('account_id').unique().references('account.id');
    t.text('office_id').references('office.id');
    t.text('rules').notNullable();
    t.text('base_date').notNullable();
    t.text('due_on').notNullable();
    t.text('counts').notNullable();
    t.integer('pictures').notNullable();
    t.text('found_on').notNullable();
    t.index(['office_id', 'due_on', 'id']);
    t.check('(establishment_id is null) <> (account_id is null)', {}, 'erasure_mark_subject');
  });

  // It refers to nothing: in a restored backup it comes back before whatever it is about may be there.
  await knex.schema.createTable('erasure_certificate', (t) => {
    t.text('id').primary();
    t.integer('number').notNullable().unique();
    t.text('subject_hash').notNullable();
    // Of the 事業所番号, for whoever asks with it; null where there was none.
    t.text('number_hash');
    t.text('office_id');
    t.text('rule_set').notNullable();
    t.text('rule_version').notNullable();
    t.text('rule_hash').notNullable();
    t.text('rules').notNullable();
    t.text('base_date').notNullable();
    t.text('erased_at').notNullable();
    t.text('counts').notNullable();
    t.text('rows_hash').notNullable();
    t.integer('pictures').notNullable();
    t.integer('notices').notNullable();
    // The supervisor who let the office erase by itself.
    t.text('allowed_by').notNullable();
    // Its own row of the audit log, and the hash of the one before.
    t.integer('audit_seq').notNullable();
    t.text('audit_hash').notNullable();
    t.index(['office_id', 'number']);
    t.index(['number_hash']);
  });

  // The address is gone from everywhere else; sealed here until its mail is sent or given up.
  await knex.schema.createTable('erasure_notice', (t) => {
    t.text('id').primary();
    t.text('certificate_id').notNullable().references('erasure_certificate.id');
    t.text('sealed').notNullable();
    t.index(['certificate_id']);
  });

  await knex.schema.createTable('audit_anchor', (t) => {
    t.integer('seq').primary();
    t.text('hash').notNullable();
    t.text('at').notNullable();
    t.text('signature').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [
    'audit_anchor',
    'erasure_notice',
    'erasure_certificate',
    'erasure_mark',
    'legal_hold',
    'retention_setting',
  ])
    await knex.schema.dropTable(table);
}
