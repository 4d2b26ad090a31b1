import type { Knex } from 'knex';

/** What the screens of 記録, 期限 and メール look rows up by. Conventions as in 001. */
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
  await knex.schema.alterTable('account', (t) => {
    t.index(['withdrawn_on'], 'account_withdrawn');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('account', (t) => t.dropIndex([], 'account_withdrawn'));
  await knex.schema.alterTable('change_request', (t) => t.dropIndex([], 'change_request_stop'));
  await knex.schema.alterTable('posting', (t) => t.dropIndex([], 'posting_validity'));
  await knex.schema.alterTable('view_log', (t) => t.dropIndex([], 'view_log_office'));
  await knex.schema.alterTable('audit_entry', (t) => {
    t.dropIndex([], 'audit_entry_action');
    t.dropIndex([], 'audit_entry_actor');
    t.dropIndex([], 'audit_entry_office');
  });
}
