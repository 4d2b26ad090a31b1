import type { Knex } from 'knex';
import { replaceStates } from './establishmentStates.ts';

const before = "'provisional', 'registered'";
const after = "'provisional', 'registered', 'transferred_out'";

/**
 * 期限のお知らせ, 来庁の用件, 移管 to another office: a moved establishment leaves its number and its addresses free for the
 * office that registers it anew. Conventions as in 001.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('deadline_notice', (t) => {
    t.text('posting_id').notNullable().references('posting.id');
    t.text('kind').notNullable().checkIn(['visit', 'validity']);
    t.text('deadline').notNullable();
    t.text('sent_on').notNullable();
    t.primary(['posting_id', 'kind', 'deadline']);
  });
  // The sweep over due dates looks at every office at once.
  await knex.schema.raw(
    'create index posting_due on posting (state, due_date, id) where due_date is not null',
  );

  // 受付番号 of a 求人申込控え, by which it is found again at the counter.
  await knex.schema.alterTable('audit_entry', (t) => t.index(['request_id']));

  await knex.schema.alterTable('visit', (t) => {
    t.text('purpose')
      .notNullable()
      .defaultTo('registration')
      .checkIn(['registration', 'opening', 'release', 'consultation']);
  });

  await replaceStates(knex, before, after);
  await knex.schema.alterTable('establishment', (t) => t.dropUnique(['number']));
  await knex.schema.raw(
    "create unique index establishment_number on establishment (number) where state <> 'transferred_out'",
  );
  await knex.schema.alterTable('account', (t) => {
    t.text('closed_on');
    t.dropUnique(['email']);
  });
  await knex.schema.raw('create unique index account_email on account (email) where closed_on is null');
  await knex.schema.raw(
    'create index account_closed on account (email, closed_on) where closed_on is not null',
  );
  await knex.schema.createTable('establishment_transfer', (t) => {
    t.text('id').primary();
    t.text('establishment_id').notNullable().unique().references('establishment.id');
    t.text('from_office_id').notNullable().references('office.id');
    t.text('to_office_id').notNullable().references('office.id');
    t.text('moved_on').notNullable();
    t.text('reason').notNullable();
    // All that the new office hears: 事業所名 and the new address.
    t.text('name').notNullable();
    t.text('address').notNullable();
    t.text('recorded_by').notNullable().references('staff.id');
    t.text('recorded_at').notNullable();
    t.text('registered_as').references('establishment.id');
    t.text('settled_by').references('staff.id');
    t.text('settled_at');
    t.index(['to_office_id', 'settled_at', 'recorded_at']);
    t.check(
      '(settled_by is null) = (settled_at is null) and (registered_as is null or settled_at is not null)',
      {},
      'establishment_transfer_settled',
    );
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('establishment_transfer');
  await knex.schema.raw('drop index account_closed');
  await knex.schema.raw('drop index account_email');
  await knex.schema.raw('alter table account drop column closed_on');
  await knex.schema.alterTable('account', (t) => t.unique(['email']));
  await knex.schema.raw('drop index establishment_number');
  await knex('establishment').where({ state: 'transferred_out' }).update({ state: 'registered' });
  await knex.schema.alterTable('establishment', (t) => t.unique(['number']));
  await replaceStates(knex, after, before);
  await knex.schema.raw('alter table visit drop column purpose');
  await knex.schema.alterTable('audit_entry', (t) => t.dropIndex(['request_id']));
  await knex.schema.raw('drop index posting_due');
  await knex.schema.dropTable('deadline_notice');
}
