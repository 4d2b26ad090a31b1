import type { Knex } from 'knex';

/**
 * Images of establishments; the pictures are files (db/files.ts). How many an establishment may have is a rule: the
 * schema only says that no two counted images hold the same place, which makes two uploads at once wait or fail.
 * Conventions as in 001.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('image', (t) => {
    t.text('id').primary();
    t.text('establishment_id').notNullable().references('establishment.id');
    t.text('office_id').notNullable().references('office.id');
    t.text('state').notNullable().checkIn(['waiting', 'published', 'returned', 'removed']);
    t.integer('slot');
    t.integer('position').notNullable();
    t.text('purpose').notNullable().checkIn(['exterior', 'workplace', 'product']);
    t.text('caption');
    t.text('alt');
    t.text('format').notNullable().checkIn(['jpeg', 'gif', 'png', 'bmp']);
    t.integer('bytes').notNullable();
    t.text('hash').notNullable();
    t.integer('width').notNullable();
    t.integer('height').notNullable();
    t.text('uploaded_by').notNullable();
    t.text('uploaded_at').notNullable();
    t.text('decision_id');
    t.text('decided_by').references('staff.id');
    t.text('decided_at');
    t.text('reasons').notNullable();
    t.text('message');
    t.integer('version').notNullable();
    t.index(['establishment_id', 'position']);
    t.index(['office_id', 'state', 'uploaded_at']);
    t.index(['decision_id']);
    t.check("(slot is null) = (state in ('returned', 'removed'))", {}, 'image_slot_of_counted');
    t.check(
      '(decision_id is null) = (decided_by is null) and (decision_id is null) = (decided_at is null)',
      {},
      'image_decision_whole',
    );
  });
  await knex.schema.raw(
    'create unique index image_slot on image (establishment_id, slot) where slot is not null',
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('image');
}
