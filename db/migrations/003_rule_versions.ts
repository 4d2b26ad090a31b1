import type { Knex } from 'knex';

/**
 * Every version of a rule set that was good once, with its bytes. A stored verdict names one and is replayed with it,
 * so a row is never changed and never removed.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('rule_version', (t) => {
    t.text('rule_set').notNullable();
    t.text('version').notNullable();
    t.text('hash').notNullable();
    t.text('effective_from').notNullable();
    t.text('effective_to');
    t.text('text').notNullable();
    t.text('origin').notNullable().checkIn(['file', 'app']);
    t.text('first_seen_at').notNullable();
    t.primary(['rule_set', 'version']);
  });

  if (knex.client.config.client === 'pg') {
    await knex.raw(`
      create function rule_version_is_frozen() returns trigger language plpgsql as $$
      begin raise exception 'a rule version is frozen'; end $$`);
    await knex.raw(`
      create trigger rule_version_frozen before update or delete on rule_version
      for each row execute function rule_version_is_frozen()`);
  } else {
    await knex.raw(`
      create trigger rule_version_no_update before update on rule_version
      begin select raise(abort, 'a rule version is frozen'); end`);
    await knex.raw(`
      create trigger rule_version_no_delete before delete on rule_version
      begin select raise(abort, 'a rule version is frozen'); end`);
  }
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('rule_version');
  if (knex.client.config.client === 'pg') await knex.raw('drop function rule_version_is_frozen()');
}
