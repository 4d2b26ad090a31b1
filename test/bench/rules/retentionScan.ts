import type { Knex } from 'knex';
import type { Database } from '#db/connection.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import { compileRules, type Sql, type SqlFact } from '#rules/compile/index.ts';
import type { RuleSetId } from '#rules/ruleset.ts';
import { situationKind } from '#rules/situations/index.ts';
import { type BenchContext, type BenchResult, figure, ratio } from '../support/bench.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { times } from '../support/measure.ts';

const ROWS = 1_000_000;
const TODAY = '2026-11-24';
const ROUNDS = 5;

const column = (sql: string): Sql => ({ sql, bindings: [] });

/** Days of the last ten years as text, spread over the numbers `n` of the rows. */
const spread = (database: Database, step: number): string =>
  database.dialect === 'sqlite'
    ? `date('2026-11-24', '-' || (n * ${step} % 3650) || ' days')`
    : `to_char(date '2026-11-24' - (n * ${step} % 3650)::int, 'YYYY-MM-DD')`;

const numbers = (database: Database): string =>
  database.dialect === 'sqlite'
    ? `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${ROWS})`
    : `with numbers(n) as (select generate_series(1, ${ROWS})::bigint)`;

/** A million messages and a million accounts, with the days of their lives as the product keeps them. */
async function fill(database: Database): Promise<void> {
  const { writer: knex } = database;
  await knex.schema.createTable('message', (t) => {
    t.integer('id').primary();
    t.text('sent_on').notNullable();
    t.text('subject').notNullable();
  });
  await knex.schema.createTable('account', (t) => {
    t.integer('id').primary();
    t.integer('valid_postings').notNullable();
    t.integer('later_applications').notNullable();
    t.text('withdrawn_on');
    t.text('last_invalid_on');
  });
  const text = `'About the interview on day ' || n`;
  await knex.raw(
    `insert into message ${numbers(database)} select n, ${spread(database, 7919)}, ${text} from numbers`,
  );
  await knex.raw(
    `insert into account ${numbers(database)} select n, case when n % 3 = 0 then 1 else 0 end, case when n % 5 = 0 then 2 else 0 end, case when n % 50 = 0 then ${spread(database, 31)} end, case when n % 7 <> 0 then ${spread(database, 7919)} end from numbers`,
  );
  if (database.dialect === 'postgres') await knex.raw('analyze');
}

type Scan = {
  name: string;
  ruleSet: RuleSetId;
  table: string;
  facts: Readonly<Record<string, SqlFact>>;
  /** The same condition as somebody writes it who knows the law and the table. */
  byHand: Sql;
};

const scans: readonly Scan[] = [
  {
    name: 'messages',
    ruleSet: 'retention/message',
    table: 'message',
    facts: { 'message.sentOn': column('sent_on') },
    byHand: { sql: 'sent_on < ?', bindings: ['2025-11-24'] },
  },
  {
    name: 'accounts',
    ruleSet: 'retention/account',
    table: 'account',
    facts: {
      'postings.valid': column('valid_postings'),
      'applications.afterLastInvalid': column('later_applications'),
      'mypage.withdrawnOn': column('withdrawn_on'),
      'postings.lastInvalidOn': column('last_invalid_on'),
    },
    byHand: {
      sql: 'withdrawn_on < ? or (valid_postings = 0 and later_applications = 0 and last_invalid_on < ?)',
      bindings: ['2026-10-24', '2021-11-24'],
    },
  },
];

const found = async (knex: Knex, table: string, { sql, bindings }: Sql): Promise<number> => {
  const row = await knex(table)
    .whereRaw(sql, [...bindings])
    .count({ found: '*' })
    .first();
  return Number(row?.found);
};

/** Finding what is to be erased: SQL made from the rule against the same query written by hand. */
export async function retentionScan(
  { say }: BenchContext,
  catalogue: RuleCatalogue,
): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = [];
  await onEveryDatabase(say, async (database) => {
    const words = database.dialect === 'sqlite' ? 'SQLite' : 'PostgreSQL';
    say(`retention: a million messages and a million accounts on ${words}`);
    await fill(database);
    for (const { name, ruleSet: id, table, facts, byHand } of scans) {
      const ruleSet = catalogue.inForce(id, TODAY);
      const kind = situationKind(id);
      if (!kind) throw new Error(`${id} judges nothing`);
      const where = compileRules(ruleSet, kind).sql(facts, TODAY).where('erase');
      const [expected, got] = [
        await found(database.reader, table, byHand),
        await found(database.reader, table, where),
      ];
      if (expected !== got || got === 0)
        throw new Error(`${name}: ${got} rows by the rule, ${expected} by hand`);
      const seconds = await times(
        {
          rule: () => found(database.reader, table, where),
          hand: () => found(database.reader, table, byHand),
        },
        ROUNDS,
      );
      results.push(
        ratio(
          `retention scan, ${name}, ${words}: time`,
          seconds.rule / seconds.hand,
          'the query written by hand',
          {
            atMost: 2,
          },
        ),
        figure(`retention scan, ${name}, ${words}`, seconds.rule, `s for ${ROWS.toLocaleString('en')} rows`),
      );
    }
  });
  return results;
}
