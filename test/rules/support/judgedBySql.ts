import type { Knex } from 'knex';
import type { CompiledRules, Sql, SqlFact, SqlForm } from '#rules/compile/index.ts';
import type { FactDescription } from '#rules/facts.ts';
import type { RuleSet } from '#rules/ruleset.ts';
import type { GeneratedCase } from './generatedRules.ts';

/** What the SQL of a rule set says of one case. */
export type SqlAnswer = {
  outcome: string;
  /** The outcomes whose `where` finds the case. */
  found: readonly string[];
  /** The rules that fire, one by one, and as bits. */
  rules: readonly string[];
  bits: readonly number[];
};

const column = (name: string): Sql => ({ sql: name, bindings: [] });

const within =
  (before: string, after: string) =>
  (argument: Sql): Sql => ({ sql: before + argument.sql + after, bindings: argument.bindings });

/** Lists are JSON texts in the table; each database unfolds them in its own words. */
const sqlFact = (isSqlite: boolean, name: string, { type }: FactDescription): SqlFact => {
  const items = isSqlite ? `json_each(${name})` : `jsonb_array_elements_text(${name}::jsonb) as item(value)`;
  if (type === 'enumList') return within(`exists (select 1 from ${items} where value = `, ')');
  if (type === 'dateList') return within(`(select count(*) from ${items} where value < `, ')');
  return column(name);
};

const castTo: Readonly<Record<FactDescription['type'], string>> = {
  boolean: 'boolean',
  integer: 'bigint',
  date: 'text',
  enum: 'text',
  enumList: 'text',
  dateList: 'text',
};

const joined = (parts: readonly Sql[], word: string): Sql => ({
  sql: parts.map(({ sql }) => sql).join(word),
  bindings: parts.flatMap(({ bindings }) => bindings),
});

const named = ({ sql, bindings }: Sql, name: string): Sql => ({ sql: `${sql} as ${name}`, bindings });
const asBit = ({ sql, bindings }: Sql): Sql => ({ sql: `case when ${sql} then 1 else 0 end`, bindings });

/** A boolean as the databases give it; null is none. */
const isTrue = (answer: unknown): boolean => {
  if (answer === null) throw new Error('a condition of a rule came to null');
  return Number(answer) === 1;
};

/** Judges the cases by one query over a table made of them. */
export async function judgedBySql(
  knex: Knex,
  compiled: CompiledRules,
  ruleSet: RuleSet,
  facts: ReadonlyMap<string, FactDescription>,
  cases: readonly GeneratedCase[],
  oneDay: boolean,
): Promise<readonly SqlAnswer[]> {
  const isSqlite = knex.client.config.client !== 'pg';
  const names = [...facts.keys()];
  const cell = (value: unknown, type: string): Sql => ({
    sql: `cast(? as ${type})`,
    bindings: [typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as string)],
  });
  const parameters = [...compiled.cutoffs(cases[0]?.asOf ?? '2026-01-01').keys()];
  const rows = cases.map(({ asOf, facts: given }, position) => {
    const cutoffs = compiled.cutoffs(asOf);
    return joined(
      [
        named(cell(position, 'bigint'), 'position'),
        named(cell(asOf, 'text'), 'as_of'),
        ...parameters.map((name, index) => named(cell(cutoffs.get(name), 'text'), `cutoff_${index}`)),
        ...names.map((name, index) =>
          named(cell(given[name], castTo[facts.get(name)?.type ?? 'integer']), `fact_${index}`),
        ),
      ],
      ', ',
    );
  });
  const form: SqlForm = compiled.sql(
    Object.fromEntries(
      names.map((name, index) => [
        name,
        sqlFact(isSqlite, `fact_${index}`, facts.get(name) ?? { type: 'integer', label: '', origin: '' }),
      ]),
    ),
    oneDay
      ? (cases[0]?.asOf ?? '')
      : { asOf: column('as_of'), cutoff: (name) => column(`cutoff_${parameters.indexOf(name)}`) },
  );
  const { outcome } = ruleSet;
  const outcomes = [
    ...new Set(
      Object.entries(outcome ?? {}).flatMap(([key, value]) =>
        key.startsWith('when') ? [String(value)] : [],
      ),
    ),
  ];
  const selected = joined(
    [
      named(form.outcome, 'outcome'),
      ...outcomes.map((name, index) => named(asBit(form.where(name)), `found_${index}`)),
      ...ruleSet.rules.map(({ id }, index) => named(form.fires(id), `fires_${index}`)),
      ...form.fired.map((word, index) => named(word, `word_${index}`)),
    ],
    ', ',
  );
  const table = joined(
    rows.map(({ sql, bindings }) => ({ sql: `select ${sql}`, bindings })),
    ' union all ',
  );
  const query = `with cases as (${table.sql}) select ${selected.sql} from cases order by position`;
  const answer = await knex.raw(query, [...table.bindings, ...selected.bindings]);
  const answers: Record<string, unknown>[] = isSqlite ? answer : answer.rows;
  return answers.map((row) => ({
    outcome: String(row.outcome),
    found: outcomes.filter((_, index) => Number(row[`found_${index}`]) === 1),
    rules: ruleSet.rules.filter((_, index) => isTrue(row[`fires_${index}`])).map(({ id }) => id),
    bits: form.fired.map((_, index) => Number(row[`word_${index}`])),
  }));
}
