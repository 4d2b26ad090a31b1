import { randomInt } from 'node:crypto';
import type { Knex } from 'knex';
import { searchKey } from '#app/forms/searchKey.ts';

/**
 * 求職情報検索 and 応募者 of the employers: the number under which an employer asks about a seeker, the folded texts that
 * are searched field by field, and the indexes of both. Conventions as in 001.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('job_seeker', (t) => {
    t.text('inquiry_number');
    t.text('search_occupation').notNullable().defaultTo('');
    t.text('search_place').notNullable().defaultTo('');
    t.text('search_experience').notNullable().defaultTo('');
    t.text('search_licences').notNullable().defaultTo('');
  });
  await knex.schema.raw('create unique index job_seeker_inquiry on job_seeker (inquiry_number)');
  await fillIn(knex);
  await knex.schema.raw('drop index job_seeker_public');
  await knex.schema.raw('create index job_seeker_public on job_seeker (updated_at, id) where is_public = 1');
  await knex.schema.raw(
    'create index job_seeker_public_place on job_seeker (wished_prefecture, updated_at, id) where is_public = 1',
  );
  // What has no result yet has an index already; a whole one would be taken in its place.
  await knex.schema.raw(
    "create index referral_settled on referral (establishment_id, referred_on, number) where state <> 'referred'",
  );
}

/** Seekers registered before: each gets a number of its own and its texts. */
async function fillIn(knex: Knex): Promise<void> {
  const taken = new Set<string>();
  for (const { id, profile } of await knex('job_seeker').select('id', 'profile')) {
    const values: Record<string, unknown> = JSON.parse(profile);
    const folded = (name: string): string => searchKey(String(values[name] ?? ''));
    let number = '';
    do number = String(randomInt(100_000_000, 1_000_000_000));
    while (taken.has(number));
    taken.add(number);
    await knex('job_seeker')
      .where({ id })
      .update({
        inquiry_number: number,
        search_occupation: folded('wished_occupation'),
        search_place: folded('wished_place'),
        search_experience: folded('work_experience'),
        search_licences: folded('held_licences'),
      });
  }
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.raw('drop index referral_settled');
  await knex.schema.raw('drop index job_seeker_public_place');
  await knex.schema.raw('drop index job_seeker_public');
  await knex.schema.raw(
    'create index job_seeker_public on job_seeker (wished_prefecture, updated_at) where is_public = 1',
  );
  await knex.schema.raw('drop index job_seeker_inquiry');
  // In SQL, because on SQLite Knex would rebuild the table, which other tables refer to.
  await knex.schema.raw('alter table job_seeker drop column search_licences');
  await knex.schema.raw('alter table job_seeker drop column search_experience');
  await knex.schema.raw('alter table job_seeker drop column search_place');
  await knex.schema.raw('alter table job_seeker drop column search_occupation');
  await knex.schema.raw('alter table job_seeker drop column inquiry_number');
}
