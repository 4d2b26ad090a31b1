import type { Knex } from 'knex';

type StoredVerdict = { id: string; verdict: string };

/** Verdicts copied at a time. */
const PAGE = 500;

/**
 * 試し実行 against past decisions. `verdict_case` holds what a back-test reads of each verdict in rows of its own: the
 * whole verdict is several times as long, and most of it is words. Rows go with their verdict.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('verdict_case', (t) => {
    t.text('verdict_id').primary().references('verdict.id').onDelete('CASCADE');
    t.text('rule_set').notNullable();
    t.text('as_of').notNullable();
    t.text('outcome').notNullable();
    t.text('facts').notNullable();
    t.text('rules').notNullable();
    t.index(['rule_set', 'verdict_id']);
    t.index(['rule_set', 'as_of']);
  });
  await copyVerdicts(knex);

  await knex.schema.createTable('back_test', (t) => {
    t.text('id').primary();
    t.text('rule_set').notNullable();
    t.text('draft_hash').notNullable();
    t.text('draft_text').notNullable();
    t.text('change_id');
    t.text('range').notNullable();
    t.text('state').notNullable().checkIn(['waiting', 'running', 'done', 'failed', 'cancelled']);
    t.integer('done').notNullable();
    t.integer('total');
    t.text('result');
    t.text('started_by').notNullable().references('staff.id');
    t.text('started_at').notNullable();
    t.text('finished_at');
    t.index(['rule_set', 'started_at']);
  });
  await knex.schema.raw(
    "create unique index back_test_one_running on back_test (state) where state = 'running'",
  );
}

async function copyVerdicts(knex: Knex): Promise<void> {
  for (let after = ''; ; ) {
    const rows: StoredVerdict[] = await knex('verdict')
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .select('id', 'verdict');
    const last = rows.at(-1);
    if (last === undefined) return;
    const cases = rows.map(({ id, verdict }) => {
      const { ruleSet, asOf, outcome, facts, reasons } = JSON.parse(verdict);
      const rules = reasons.map(({ rule }: { rule: string }) => rule).join(',');
      return {
        verdict_id: id,
        rule_set: ruleSet,
        as_of: asOf,
        outcome,
        facts: JSON.stringify(facts),
        rules,
      };
    });
    for (let from = 0; from < cases.length; from += 100)
      await knex('verdict_case').insert(cases.slice(from, from + 100));
    after = last.id;
  }
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('back_test');
  await knex.schema.dropTable('verdict_case');
}
