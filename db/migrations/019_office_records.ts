import type { Knex } from 'knex';

/**
 * What the screens of 記録, 期限 and メール look rows up by; whose password was given out by somebody else and has to be
 * changed first; 代行表示. Conventions as in 001.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('audit_entry', (t) => {
    t.index(['office_id', 'at', 'seq'], 'audit_entry_office');
    t.index(['office_id', 'actor_id', 'at', 'seq'], 'audit_entry_actor');
    t.index(['office_id', 'action', 'at', 'seq'], 'audit_entry_action');
  });
  await knex.schema.alterTable('view_log', (t) => {
    t.index(['office_id', 'at', 'id'], 'view_log_office');
  });
  await knex.schema.alterTable('posting', (t) => {
    t.index(['office_id', 'state', 'valid_until'], 'posting_validity');
  });
  await knex.schema.alterTable('change_request', (t) => {
    t.index(['office_id', 'state', 'stop_on'], 'change_request_stop');
  });
  await knex.schema.alterTable('staff', (t) => {
    t.integer('temporary_password').notNullable().defaultTo(0).checkIn(['0', '1']);
    t.index(['office_id', 'name'], 'staff_office');
  });
  await assistSession(knex);
  // Whose mail a job carries, so that each office finds its own; jobs that are no mail have neither.
  await knex.schema.alterTable('job', (t) => {
    t.text('office_id');
    t.text('establishment_id');
    t.index(['office_id', 'created_at', 'id'], 'job_mail');
    t.index(['establishment_id', 'created_at'], 'job_mail_establishment');
  });
}

/** 代行表示: which member of staff looks at whose MyPage until when, and why. */
async function assistSession(knex: Knex): Promise<void> {
  await knex.schema.createTable('assist_session', (t) => {
    t.text('id').primary();
    t.text('staff_id').notNullable().references('staff.id');
    t.text('establishment_id').notNullable().references('establishment.id');
    t.text('office_id').notNullable().references('office.id');
    t.text('account_id').references('account.id');
    t.text('reason').notNullable();
    t.text('caller').notNullable();
    t.text('begun_at').notNullable();
    t.text('ends_at').notNullable();
    t.text('ended_at');
    t.index(['staff_id', 'establishment_id', 'ends_at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('job', (t) => {
    t.dropIndex([], 'job_mail_establishment');
    t.dropIndex([], 'job_mail');
  });
  await knex.schema.raw('alter table job drop column establishment_id');
  await knex.schema.raw('alter table job drop column office_id');
  await knex.schema.dropTable('assist_session');
  await knex.schema.alterTable('staff', (t) => t.dropIndex([], 'staff_office'));
  // In SQL, because on SQLite Knex would rebuild the table, which other tables refer to.
  await knex.schema.raw('alter table staff drop column temporary_password');
  await knex.schema.alterTable('change_request', (t) => t.dropIndex([], 'change_request_stop'));
  await knex.schema.alterTable('posting', (t) => t.dropIndex([], 'posting_validity'));
  await knex.schema.alterTable('view_log', (t) => t.dropIndex([], 'view_log_office'));
  await knex.schema.alterTable('audit_entry', (t) => {
    t.dropIndex([], 'audit_entry_action');
    t.dropIndex([], 'audit_entry_actor');
    t.dropIndex([], 'audit_entry_office');
  });
}
