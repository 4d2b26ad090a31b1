import type { Knex } from 'knex';

/** The order of the queue: due first, what is not due behind it, then what has waited longest (db/queries/queue). */
const queueIndexes = {
  posting_queue:
    "create index posting_queue on posting (office_id, state, (coalesce(case when visited_on is null then due_date end, '9999-12-31')), waiting_since, id)",
  change_request_queue:
    "create index change_request_queue on change_request (office_id, state, kind, (coalesce(stop_on, '9999-12-31')), waiting_since, id)",
  image_waiting:
    "create index image_waiting on image (establishment_id, uploaded_at, id) where state = 'waiting'",
  account_withdrawn:
    'create index account_withdrawn on account (withdrawn_on, id) where withdrawn_on is not null',
};

/** 担当 of what waits for the counter, one person at most, and the order of the queue. Conventions as in 001. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('review_assignment', (t) => {
    t.text('item_type').notNullable().checkIn(['posting', 'change_request', 'images']);
    // For images the establishment they are of.
    t.text('item_id').notNullable();
    t.text('staff_id').notNullable().references('staff.id');
    t.text('assigned_by').notNullable().references('staff.id');
    t.text('assigned_at').notNullable();
    t.primary(['item_type', 'item_id']);
    t.index(['staff_id', 'item_type']);
  });
  for (const index of Object.values(queueIndexes)) await knex.schema.raw(index);
  await knex.schema.alterTable('posting', (t) => {
    t.dropIndex(['office_id', 'state', 'due_date', 'waiting_since']);
  });
  await knex.schema.alterTable('image', (t) => {
    t.index(['office_id', 'state', 'uploaded_at', 'establishment_id']);
    t.dropIndex(['office_id', 'state', 'uploaded_at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('image', (t) => {
    t.index(['office_id', 'state', 'uploaded_at']);
    t.dropIndex(['office_id', 'state', 'uploaded_at', 'establishment_id']);
  });
  await knex.schema.alterTable('posting', (t) => {
    t.index(['office_id', 'state', 'due_date', 'waiting_since']);
  });
  for (const index of Object.keys(queueIndexes)) await knex.raw('drop index ??', [index]);
  await knex.schema.dropTable('review_assignment');
}
