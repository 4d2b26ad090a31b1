import type { Knex } from 'knex';

/** What can close a MyPage: 利用制限 of an establishment, 利用不可 and 退会 of an account. Conventions as in 001. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('restriction', (t) => {
    t.text('id').primary();
    t.text('establishment_id').notNullable().references('establishment.id');
    t.text('office_id').notNullable().references('office.id');
    t.text('begun_on').notNullable();
    t.text('verdict_id').references('verdict.id');
    t.text('released_on');
    t.text('released_by');
    t.text('release_reason');
    t.index(['establishment_id', 'begun_on']);
    t.index(['office_id', 'released_on']);
    t.check(
      '(released_on is null) = (released_by is null) and (released_on is null) = (release_reason is null)',
      {},
      'restriction_release_whole',
    );
    t.check('released_on is null or released_on >= begun_on', {}, 'restriction_release_after_begin');
  });
  await knex.schema.raw(
    'create unique index restriction_open on restriction (establishment_id) where released_on is null',
  );

  await knex.schema.alterTable('account', (t) => {
    t.text('suspended_on');
    t.text('withdrawn_on');
  });
}

export async function down(knex: Knex): Promise<void> {
  // In SQL, because on SQLite Knex would rebuild the table, which other tables refer to.
  await knex.schema.raw('alter table account drop column withdrawn_on');
  await knex.schema.raw('alter table account drop column suspended_on');
  await knex.schema.dropTable('restriction');
}
