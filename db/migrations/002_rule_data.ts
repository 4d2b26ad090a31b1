import type { Knex } from 'knex';

/** Codes of JIS X 0401, '01' to '47'. */
const prefectures = Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, '0'));

const day = '____-__-__';

/** What the rules look at beside a posting: the minimum wages supervisors enter, and 求人不受理 of an establishment. */
export async function up(knex: Knex): Promise<void> {
  // 地域別最低賃金 laid over the ones the product ships (rules/minimumWages.json).
  await knex.schema.createTable('minimum_wage', (t) => {
    t.text('id').primary();
    t.text('prefecture').notNullable().checkIn(prefectures);
    t.text('effective_from').notNullable();
    t.integer('yen').notNullable().checkBetween([500, 5000]);
    t.text('source').notNullable();
    t.text('entered_by').notNullable().references('staff.id');
    t.text('entered_at').notNullable();
    t.integer('version').notNullable();
    t.unique(['prefecture', 'effective_from']);
    t.check('?? like ?', ['effective_from', day]);
  });

  // When a period ends is not stored: the rules count from these days.
  await knex.schema.createTable('refusal_period', (t) => {
    t.text('id').primary();
    t.text('establishment_id').notNullable().references('establishment.id');
    t.text('ground')
      .notNullable()
      .checkIn(['repeated_violation', 'sent_to_prosecutors', 'recommendation_published']);
    t.text('begins_on').notNullable();
    t.text('corrected_on');
    t.text('sent_or_published_on');
    t.text('recorded_by').notNullable().references('staff.id');
    t.text('recorded_at').notNullable();
    t.integer('version').notNullable();
    t.index(['establishment_id']);
    t.check('?? like ?', ['begins_on', day]);
    t.check('?? >= ??', ['corrected_on', 'begins_on']);
    // 送検 and 公表 have a day; corrective guidance has none.
    t.check("(?? = 'repeated_violation') = (?? is null)", ['ground', 'sent_or_published_on']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('refusal_period');
  await knex.schema.dropTable('minimum_wage');
}
