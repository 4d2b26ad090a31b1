import type { Knex } from 'knex';

/** The next serial of an office in one of its number tables; gaps are possible, reuse is not. */
export async function nextSerial(
  knex: Knex,
  table: 'posting_number' | 'job_seeker_number' | 'referral_number',
  officeId: string,
): Promise<number> {
  const rows = await knex(table)
    .insert({ office_id: officeId, last: 1 })
    .onConflict('office_id')
    .merge({ last: knex.raw('?? + 1', [`${table}.last`]) })
    .returning('last');
  return rows[0].last;
}
