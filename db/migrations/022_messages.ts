import type { Knex } from 'knex';

/**
 * メッセージ between an employer and a referred job seeker, and the partner systems that carry the seekers' side.
 * Conventions as in 001.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('message', (t) => {
    t.text('id').primary();
    t.integer('seq').notNullable().unique();
    t.text('referral_id').notNullable().references('referral.id');
    t.text('from_side').notNullable().checkIn(['employer', 'seeker']);
    t.text('text').notNullable();
    t.text('sent_at').notNullable();
    t.text('sent_on').notNullable();
    t.text('read_at');
    t.index(['referral_id', 'seq']);
    // What the sweep of the night looks for.
    t.index(['sent_on', 'id']);
  });
  await knex.schema.raw(
    'create index message_unread on message (referral_id, from_side) where read_at is null',
  );
  // The threads of an establishment.
  await knex.schema.alterTable('referral', (t) => {
    t.index(['establishment_id', 'referred_on'], 'referral_threads');
  });
  // One row: whoever takes the next number holds it until the commit, so the numbers are in the order of commits.
  await knex.schema.createTable('message_number', (t) => {
    t.integer('id').primary();
    t.integer('last').notNullable();
  });

  await knex.schema.createTable('partner', (t) => {
    t.text('id').primary();
    t.text('name').notNullable().unique();
    t.text('office_id').references('office.id');
    t.text('scopes').notNullable();
    t.text('secret_sealed').notNullable();
    t.integer('active').notNullable().checkIn(['0', '1']);
    t.integer('version').notNullable();
    t.text('created_at').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('partner');
  await knex.schema.dropTable('message_number');
  await knex.schema.alterTable('referral', (t) => {
    t.dropIndex(['establishment_id', 'referred_on'], 'referral_threads');
  });
  await knex.schema.dropTable('message');
}
