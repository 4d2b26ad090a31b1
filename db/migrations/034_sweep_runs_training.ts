import type { Knex } from 'knex';

/**
 * Runs of the sweeps, with how far each has come, and the movable clock of a training database. A `training` row is the
 * mark of such a database: an installation in use has none and gets none. Conventions as in 001.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('sweep_run', (t) => {
    t.text('id').primary();
    t.text('sweep').notNullable();
    t.text('slot').notNullable();
    t.text('state').notNullable().checkIn(['waiting', 'running', 'stopped', 'done', 'failed']);
    // Which part of the sweep, and after which record of it: where a run that was cut off goes on.
    t.text('cursor');
    // Counts the processes that took the run up: one that was overtaken writes nothing more.
    t.integer('turn').notNullable();
    t.integer('looked_at').notNullable();
    t.integer('acted_on').notNullable();
    t.integer('skipped').notNullable();
    t.integer('failed').notNullable();
    t.integer('total');
    t.text('asked_by').references('staff.id');
    t.text('stopped_by').references('staff.id');
    t.text('created_at').notNullable();
    t.text('started_at');
    t.text('finished_at');
    t.index(['sweep', 'created_at']);
    t.index(['slot']);
  });
  // A sweep runs once for a day by itself, however many processes there are.
  await knex.schema.raw(
    'create unique index sweep_run_slot on sweep_run (sweep, slot) where asked_by is null',
  );

  await knex.schema.createTable('training', (t) => {
    t.integer('id').primary().checkIn(['1']);
    t.integer('offset_seconds').notNullable();
    t.text('goal_from');
    t.text('goal');
    t.integer('reset_asked').notNullable().checkIn(['0', '1']);
    t.integer('resets').notNullable();
    t.text('began_at').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('training');
  await knex.schema.dropTable('sweep_run');
}
