import type { Knex } from 'knex';

/** 変更・募集停止・有効期間延長・事業所情報の変更, asked for by employers. Conventions as in 001. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('change_request', (t) => {
    t.text('id').primary();
    t.text('kind').notNullable().checkIn(['content', 'stop', 'extension', 'establishment']);
    t.text('establishment_id').notNullable().references('establishment.id');
    t.text('office_id').notNullable().references('office.id');
    t.text('account_id').notNullable().references('account.id');
    t.text('posting_id').references('posting.id');
    t.text('state').notNullable();
    t.text('before').notNullable();
    t.text('after').notNullable();
    t.text('stop_reason');
    t.text('stop_on');
    t.text('answer');
    t.text('decided_at');
    t.text('waiting_since');
    t.integer('version').notNullable();
    t.text('created_at').notNullable();
    t.index(['office_id', 'state', 'waiting_since']);
    t.index(['posting_id', 'created_at']);
    t.check("(kind = 'establishment') = (posting_id is null)", {}, 'change_request_target');
    t.check("(kind = 'stop') = (stop_on is not null)", {}, 'change_request_stop_on');
    t.check('(stop_on is null) = (stop_reason is null)', {}, 'change_request_stop_whole');
  });
  await knex.schema.createTable('posting_version', (t) => {
    t.text('id').primary();
    t.text('posting_id').notNullable().references('posting.id');
    t.text('request_id').notNullable().references('change_request.id');
    t.text('content').notNullable();
    t.text('replaced_at').notNullable();
    t.index(['posting_id', 'replaced_at']);
  });
  // One open request of each target, however many are asked for at once.
  await knex.schema.raw(
    "create unique index change_request_open_posting on change_request (posting_id) where state in ('draft', 'submitted', 'returned')",
  );
  await knex.schema.raw(
    "create unique index change_request_open_establishment on change_request (establishment_id) where posting_id is null and state in ('draft', 'submitted', 'returned')",
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('posting_version');
  await knex.schema.dropTable('change_request');
}
