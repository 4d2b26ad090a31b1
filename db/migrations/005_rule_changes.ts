import type { Knex } from 'knex';

const day = '____-__-__';

/** Changes of rule sets from their first draft on, and versions that were taken back before they came into force. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('rule_change', (t) => {
    t.text('id').primary();
    t.text('rule_set').notNullable();
    t.text('base_version').notNullable();
    t.text('text').notNullable();
    t.text('state')
      .notNullable()
      .checkIn(['draft', 'submitted', 'released', 'urgent', 'revoked', 'withdrawn', 'cancelled']);
    t.text('editors').notNullable();
    t.text('reason');
    t.text('effective_from');
    t.text('new_version');
    t.text('note');
    t.text('created_by').notNullable();
    t.text('created_at').notNullable();
    t.text('updated_by').notNullable();
    t.text('updated_at').notNullable();
    t.text('submitted_by');
    t.text('submitted_at');
    t.text('decided_by');
    t.text('decided_at');
    t.integer('version').notNullable();
    t.index(['state']);
    t.index(['rule_set', 'created_at']);
    t.check('?? like ?', ['effective_from', day]);
    t.check("?? in ('draft', 'withdrawn') or ?? is not null", ['state', 'submitted_by']);
    t.check("?? <> 'released' or ?? <> ??", ['state', 'decided_by', 'submitted_by']);
  });

  // How often a rule has applied lately, and back-tests of a period.
  await knex.schema.alterTable('verdict', (t) => {
    t.index(['decided_at']);
  });

  // The version stays known, so that history can show it; from here on it never comes into force.
  await knex.schema.createTable('rule_version_cancelled', (t) => {
    t.text('rule_set').notNullable();
    t.text('version').notNullable();
    t.text('cancelled_at').notNullable();
    t.primary(['rule_set', 'version']);
    t.foreign(['rule_set', 'version']).references(['rule_set', 'version']).inTable('rule_version');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('verdict', (t) => {
    t.dropIndex(['decided_at']);
  });
  await knex.schema.dropTable('rule_version_cancelled');
  await knex.schema.dropTable('rule_change');
}
