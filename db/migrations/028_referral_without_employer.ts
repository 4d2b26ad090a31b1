import type { Knex } from 'knex';

const columns = ['posting_id', 'establishment_id'] as const;

/**
 * 紹介 outlives the employer: it stays with the job seeker when the MyPage is erased, and names neither posting nor
 * establishment any more. Conventions as in 001.
 */
export async function up(knex: Knex): Promise<void> {
  await mayBeNull(knex, true);
}

export async function down(knex: Knex): Promise<void> {
  const withoutEmployer = knex('referral').whereNull('establishment_id').select('id');
  await knex('message').whereIn('referral_id', withoutEmployer).delete();
  await knex('referral').whereNull('establishment_id').delete();
  await mayBeNull(knex, false);
}

/**
 * SQLite cannot change a column: the table is made anew by its own words with its rows and indexes, and what refers to
 * it is checked at the commit.
 */
async function mayBeNull(knex: Knex, nullable: boolean): Promise<void> {
  if (knex.client.config.client === 'pg') {
    for (const column of columns)
      await knex.raw(
        nullable
          ? 'alter table referral alter column ?? drop not null'
          : 'alter table referral alter column ?? set not null',
        [column],
      );
    return;
  }
  const ofTable = { tbl_name: 'referral' };
  const table = await knex('sqlite_master')
    .where({ ...ofTable, type: 'table' })
    .first('sql');
  const indexes: string[] = await knex('sqlite_master')
    .where({ ...ofTable, type: 'index' })
    .whereNotNull('sql')
    .pluck('sql');
  let remade = String(table.sql);
  for (const column of columns) {
    const [from, to] = nullable
      ? [`\`${column}\` text not null`, `\`${column}\` text`]
      : [`\`${column}\` text`, `\`${column}\` text not null`];
    if (!remade.includes(from)) throw new Error(`The column referral.${column} reads differently.`);
    remade = remade.replace(from, to);
  }
  await knex.raw('pragma defer_foreign_keys = on');
  await knex.raw('create table referral_kept as select * from referral');
  await knex.raw('drop table referral');
  await knex.raw(remade);
  await knex.raw('insert into referral select * from referral_kept');
  await knex.raw('drop table referral_kept');
  for (const index of indexes) await knex.raw(index);
}
