import type { Knex } from 'knex';

/**
 * What a registration, a correction at the counter or an accepted 事業所情報の変更 has replaced, and 表示不可 as a state
 * of an image. Conventions as in 001.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('establishment_version', (t) => {
    t.text('id').primary();
    t.text('establishment_id').notNullable().references('establishment.id');
    t.text('cause').notNullable().checkIn(['registration', 'correction', 'request']);
    t.text('request_id').references('change_request.id');
    t.text('details').notNullable();
    t.text('reason');
    t.text('replaced_by').notNullable().references('staff.id');
    t.text('replaced_at').notNullable();
    t.index(['establishment_id', 'replaced_at']);
    t.check("(cause = 'request') = (request_id is not null)", {}, 'establishment_version_request');
    t.check("(cause = 'correction') = (reason is not null)", {}, 'establishment_version_reason');
  });
  // The card and the MyPage list the requests about an establishment.
  await knex.schema.alterTable('change_request', (t) => t.index(['establishment_id', 'created_at']));
  await rebuildImages(knex, ['waiting', 'published', 'returned', 'hidden', 'removed']);
}

export async function down(knex: Knex): Promise<void> {
  await knex('image').where({ state: 'hidden' }).update({ state: 'returned' });
  await rebuildImages(knex, ['waiting', 'published', 'returned', 'removed']);
  await knex.schema.alterTable('change_request', (t) => t.dropIndex(['establishment_id', 'created_at']));
  await knex.schema.dropTable('establishment_version');
}

/**
 * SQLite cannot change a check: the table of 006 is made anew with other states, and takes over the rows and the indexes
 * of 006 and 011.
 */
async function rebuildImages(knex: Knex, states: readonly string[]): Promise<void> {
  const without = states.filter((state) => !['waiting', 'published'].includes(state));
  await knex.schema.createTable('image_rebuilt', (t) => {
    t.text('id').primary();
    t.text('establishment_id').notNullable().references('establishment.id');
    t.text('office_id').notNullable().references('office.id');
    t.text('state')
      .notNullable()
      .checkIn([...states]);
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
    t.check(
      `(slot is null) = (state in (${without.map((state) => `'${state}'`).join(', ')}))`,
      {},
      'image_slot_of_counted',
    );
    t.check(
      '(decision_id is null) = (decided_by is null) and (decision_id is null) = (decided_at is null)',
      {},
      'image_decision_whole',
    );
  });
  const columns = Object.keys(await knex('image_rebuilt').columnInfo());
  await knex('image_rebuilt').insert(knex('image').select(columns));
  await knex.schema.dropTable('image');
  await knex.schema.renameTable('image_rebuilt', 'image');
  await knex.schema.alterTable('image', (t) => {
    t.index(['establishment_id', 'position']);
    t.index(['office_id', 'state', 'uploaded_at', 'establishment_id']);
    t.index(['decision_id']);
  });
  await knex.schema.raw(
    'create unique index image_slot on image (establishment_id, slot) where slot is not null',
  );
  await knex.schema.raw(
    "create index image_waiting on image (establishment_id, uploaded_at, id) where state = 'waiting'",
  );
}
