import type { Knex } from 'knex';

/**
 * Indexes that are missed only where there are many offices: test/scenarios/queryPlans.test.ts walks every screen and
 * names what reads a table from end to end. In SQL, because Knex knows no partial index.
 */
const indexes: Readonly<Record<string, string>> = {
  // 来庁 of a day and of a month at one office (今日, 来庁の受付, 統計).
  visit_office: 'on visit (office_id, visited_on)',
  // The night looks for valid postings of every office whose validity has ended.
  posting_ends: 'on posting (state, valid_until, id)',
  // The night looks for accepted stops of every office.
  change_request_stops: 'on change_request (state, stop_on) where stop_on is not null',
  // おかしな状態の一覧 asks for active accounts that nobody can sign in to.
  account_without_password: 'on account (id) where password_hash is null',
  // 移管 that left an office; those that come have an index.
  establishment_transfer_from: 'on establishment_transfer (from_office_id, recorded_at)',
};

export async function up(knex: Knex): Promise<void> {
  for (const [name, place] of Object.entries(indexes))
    await knex.raw('create index ?? ?', [name, knex.raw(place)]);
}

export async function down(knex: Knex): Promise<void> {
  for (const name of Object.keys(indexes).reverse()) await knex.raw('drop index ??', [name]);
}
