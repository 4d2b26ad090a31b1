import type { Knex } from 'knex';

/**
 * Changes the check on the state of an establishment; `from` and `to` are lists as SQL writes them. SQLite cannot change
 * one: the table is made anew by its own words with its rows and indexes, and what refers to it is checked at the commit.
 */
export async function replaceStates(knex: Knex, from: string, to: string): Promise<void> {
  if (knex.client.config.client === 'pg') {
    const added = `alter table establishment add constraint establishment_state_check check (state in (${to}))`;
    await knex.raw('alter table establishment drop constraint establishment_state_check');
    await knex.raw(added);
    return;
  }
  const ofTable = { tbl_name: 'establishment' };
  const table = await knex('sqlite_master')
    .where({ ...ofTable, type: 'table' })
    .first('sql');
  const indexes: string[] = await knex('sqlite_master')
    .where({ ...ofTable, type: 'index' })
    .whereNotNull('sql')
    .pluck('sql');
  const remade = String(table.sql).replace(new RegExp(`\\(${from.replaceAll(', ', ', ?')}\\)`), `(${to})`);
  if (!remade.includes(`(${to})`)) throw new Error('The check on establishment.state reads differently.');
  await knex.raw('pragma defer_foreign_keys = on');
  await knex.raw('create table establishment_kept as select * from establishment');
  await knex.raw('drop table establishment');
  await knex.raw(remade);
  await knex.raw('insert into establishment select * from establishment_kept');
  await knex.raw('drop table establishment_kept');
  for (const index of indexes) await knex.raw(index);
}
