import type { Knex } from 'knex';
import { searchPartsOf } from '#app/domain/searchParts.ts';
import { columnsOf, searchKeysOf } from '#app/procedures/establishment/support.ts';
import { seekerKeysOf } from '#app/procedures/seeker/support.ts';

/** As many rows are read and written at once. */
const batch = 200;

/**
 * What establishments are found by, letter by letter, and the folded names of all records anew: other kanji forms, small
 * kana and long-vowel marks are one now. Conventions as in 001.
 */
export async function up(knex: Knex): Promise<void> {
  const isPostgres = knex.client.config.client === 'pg';
  await knex.schema.createTable('establishment_search_part', (t) => {
    t.text('office_id').notNullable().references('office.id');
    // Parts are compared letter by letter, whatever the language of the database.
    t.specificType('part', isPostgres ? 'text collate "C"' : 'text').notNullable();
    t.text('establishment_id').notNullable().references('establishment.id');
    t.primary(['office_id', 'part', 'establishment_id']);
    t.index(['establishment_id']);
  });
  await eachOf(knex, 'establishment', async (row) => {
    const values = JSON.parse(String(row.details));
    const keys = searchKeysOf(values);
    await knex('establishment')
      .where({ id: row.id })
      .update({ search_name: keys.name, search_kana: keys.kana });
    await knex('establishment_search_part').insert(
      searchPartsOf(columnsOf(values), keys).map((part) => ({
        office_id: row.office_id,
        part,
        establishment_id: row.id,
      })),
    );
  });
  await eachOf(knex, 'job_seeker', async (row) => {
    const keys = seekerKeysOf({
      name: String(row.name),
      nameKana: String(row.name_kana),
      profile: JSON.parse(String(row.profile)),
    });
    await knex('job_seeker').where({ id: row.id }).update({
      search_name: keys.name,
      search_kana: keys.kana,
      search_profile: keys.profile,
      search_occupation: keys.occupation,
      search_place: keys.place,
      search_experience: keys.experience,
      search_licences: keys.licences,
    });
  });
}

async function eachOf(
  knex: Knex,
  table: 'establishment' | 'job_seeker',
  change: (row: Readonly<Record<string, unknown>>) => Promise<void>,
): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await knex(table).where('id', '>', after).orderBy('id').limit(batch);
    for (const row of rows) await change(row);
    if (rows.length < batch) return;
    after = rows.at(-1).id;
  }
}

/** The folded names stay: nothing but the search reads them. */
export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('establishment_search_part');
}
