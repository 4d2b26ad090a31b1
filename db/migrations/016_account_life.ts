import type { Knex } from 'knex';

const visitorPurposes = ['start', 'register'];

/** What an asked-for key may be for; `email` is asked for by somebody signed in, whose account stands beside it. */
const createKeyRequest = (knex: Knex, purposes: readonly string[]) =>
  knex.schema.createTable('key_request', (t) => {
    t.text('id').primary();
    t.text('email').notNullable();
    t.text('purpose')
      .notNullable()
      .checkIn([...purposes]);
    t.text('requested_at').notNullable();
  });

/** SQLite changes no check of a table that is there; nothing refers to this one, so its rows move to a new one. */
async function replaceKeyRequest(knex: Knex, purposes: readonly string[]): Promise<void> {
  const open = await knex('key_request')
    .whereIn('purpose', [...purposes])
    .select('id', 'email', 'purpose', 'requested_at');
  await knex.schema.dropTable('key_request');
  await createKeyRequest(knex, purposes);
  if (open.length > 0) await knex.batchInsert('key_request', open, 100);
}

/**
 * アカウントの変更・退会・利用不可: keys for a new address and for a forgotten password, addresses that are asked to sign
 * in for an establishment, addresses that were replaced, mails sent, 利用不可 with its reason. Conventions as in 001.
 */
export async function up(knex: Knex): Promise<void> {
  await replaceKeyRequest(knex, [...visitorPurposes, 'forgot', 'email']);
  await knex.schema.alterTable('key_request', (t) => {
    t.text('account_id');
  });
  await knex.schema.alterTable('verification_key', (t) => {
    t.text('purpose').notNullable().defaultTo('start');
    // The new address that the key confirms; null where the key is for a password.
    t.text('email');
  });

  await knex.schema.createTable('invitation', (t) => {
    t.text('id').primary();
    t.text('establishment_id').notNullable().references('establishment.id');
    t.text('email').notNullable();
    t.text('invited_by').notNullable();
    t.text('invited_at').notNullable();
    t.unique(['establishment_id', 'email']);
    t.index(['email', 'invited_at']);
  });

  await knex.schema.createTable('former_email', (t) => {
    t.text('id').primary();
    t.text('account_id').notNullable().references('account.id');
    t.text('email').notNullable();
    t.text('replaced_at').notNullable();
    t.text('by').notNullable().checkIn(['holder', 'counter']);
    t.index(['account_id', 'replaced_at']);
  });

  await knex.schema.createTable('sent_mail', (t) => {
    t.text('id').primary();
    t.text('account_id').notNullable().references('account.id');
    t.text('kind').notNullable();
    t.text('sent_at').notNullable();
    t.index(['account_id', 'sent_at']);
  });

  await knex.schema.createTable('suspension', (t) => {
    t.text('id').primary();
    t.text('establishment_id').notNullable().references('establishment.id');
    t.text('office_id').notNullable().references('office.id');
    t.text('begun_on').notNullable();
    t.text('begun_by').notNullable();
    t.text('reason').notNullable();
    t.text('ended_on');
    t.text('ended_by');
    t.text('end_reason');
    t.index(['establishment_id', 'begun_on']);
    t.check(
      '(ended_on is null) = (ended_by is null) and (ended_on is null) = (end_reason is null)',
      {},
      'suspension_end_whole',
    );
  });
  await knex.schema.raw(
    'create unique index suspension_open on suspension (establishment_id) where ended_on is null',
  );
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['suspension', 'sent_mail', 'former_email', 'invitation'])
    await knex.schema.dropTable(table);
  // In SQL, because on SQLite Knex would rebuild the table.
  await knex.schema.raw('alter table verification_key drop column email');
  await knex.schema.raw('alter table verification_key drop column purpose');
  await replaceKeyRequest(knex, visitorPurposes);
}
