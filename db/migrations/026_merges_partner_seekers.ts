import type { Knex } from 'knex';
import { businessDate } from '#app/domain/clock.ts';
import { replaceStates } from './establishmentStates.ts';

const before = "'provisional', 'registered', 'transferred_out'";
const after = "'provisional', 'registered', 'transferred_out', 'merged'";

/**
 * 統合 of records of one establishment: the merged one stays as a pointer to the one that is kept. Pairs that are said to be
 * different establishments are not asked about again. A restriction ends with the 移管 of its establishment, those of
 * earlier ones here. The number by which another system calls a job seeker. Conventions as in 001.
 */
export async function up(knex: Knex): Promise<void> {
  await replaceStates(knex, before, after);
  await knex.schema.createTable('establishment_merge', (t) => {
    t.text('merged_id').primary().references('establishment.id');
    t.text('kept_id').notNullable().references('establishment.id');
    t.text('reason').notNullable();
    t.text('merged_by').notNullable().references('staff.id');
    t.text('merged_at').notNullable();
    t.index(['kept_id', 'merged_at']);
  });
  await knex.schema.createTable('establishment_distinct', (t) => {
    // The smaller id first, so that a pair has one row.
    t.text('one_id').notNullable().references('establishment.id');
    t.text('other_id').notNullable().references('establishment.id');
    t.text('told_by').notNullable().references('staff.id');
    t.text('told_at').notNullable();
    t.primary(['one_id', 'other_id']);
    t.check('one_id < other_id', {}, 'establishment_distinct_order');
  });
  await knex.schema.alterTable('establishment', (t) => {
    t.index(['office_id', 'phone']);
    // The unique one leaves out those that have moved away, and so answers no question about all of them.
    t.index(['number']);
  });
  await knex.schema.alterTable('restriction', (t) => {
    t.text('transfer_id');
    t.index(['transfer_id']);
  });
  await endWithTransfers(knex);
  await knex.schema.createTable('partner_seeker', (t) => {
    t.text('partner_id').notNullable().references('partner.id');
    t.text('reference').notNullable();
    t.text('seeker_id').notNullable().references('job_seeker.id').onDelete('cascade');
    t.primary(['partner_id', 'reference']);
    t.unique(['partner_id', 'seeker_id']);
    t.index(['seeker_id']);
  });
}

async function endWithTransfers(knex: Knex): Promise<void> {
  const moved = await knex('restriction')
    .join('establishment_transfer as t', 't.establishment_id', 'restriction.establishment_id')
    .whereNull('restriction.released_on')
    .select('restriction.id', 't.id as transfer', 't.recorded_by', 't.recorded_at', 't.reason');
  for (const { id, transfer, recorded_by, recorded_at, reason } of moved)
    await knex('restriction')
      .where({ id })
      .update({
        released_on: businessDate(new Date(recorded_at)),
        released_by: recorded_by,
        release_reason: reason,
        transfer_id: transfer,
      });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('partner_seeker');
  await knex.schema.alterTable('restriction', (t) => t.dropIndex(['transfer_id']));
  // In SQL, because on SQLite Knex would rebuild the table.
  await knex.schema.raw('alter table restriction drop column transfer_id');
  await knex.schema.alterTable('establishment', (t) => {
    t.dropIndex(['number']);
    t.dropIndex(['office_id', 'phone']);
  });
  await knex.schema.dropTable('establishment_distinct');
  await knex.schema.dropTable('establishment_merge');
  await knex('establishment').where({ state: 'merged' }).update({ state: 'registered' });
  await replaceStates(knex, after, before);
}
