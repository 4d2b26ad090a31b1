import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Facts } from '#app/domain/verdict.ts';
import type { Database } from '#db/connection.ts';
import {
  type CaseColumns,
  type CompiledRules,
  caseColumns,
  compileRules,
  type Sql,
} from '#rules/compile/index.ts';
import type { RuleSet } from '#rules/ruleset.ts';
import { visitSituation } from '#rules/situations/visitRequired.ts';
import { type BenchContext, type BenchResult, figure, ratio } from '../support/bench.ts';
import { onEveryDatabase } from '../support/databases.ts';
import { times } from '../support/measure.ts';
import { visitCases } from './visits.ts';

const ROWS = 1_000_000;
const DISTINCT = 4000;
const PAGE = 10_000;

/** How many decisions fell and would fall each way: `old > new` → count. */
type Counts = ReadonlyMap<string, number>;

/** Counts pairs without making a text of each. */
const counting = () => {
  const byOld = new Map<string, Map<string, number>>();
  return {
    add: (old: string, now: string): void => {
      let byNew = byOld.get(old);
      if (!byNew) {
        byNew = new Map();
        byOld.set(old, byNew);
      }
      byNew.set(now, (byNew.get(now) ?? 0) + 1);
    },
    counts: (): Counts =>
      new Map(
        [...byOld].flatMap(([old, byNew]) => [...byNew].map(([now, count]) => [`${old} > ${now}`, count])),
      ),
  };
};

const sorted = (counts: Counts): string => JSON.stringify([...counts].toSorted());

/** The rule in force with the gap of two years: what a supervisor might try. */
const changed = (ruleSet: RuleSet): RuleSet => {
  const { gapYears } = ruleSet.parameters;
  if (gapYears?.type !== 'integer') throw new Error('the visit rules have a gap in years');
  return { ...ruleSet, parameters: { ...ruleSet.parameters, gapYears: { ...gapYears, value: 2 } } };
};

/** The numbers of the copies that make a million decisions of the sample. */
const copies = ({ dialect }: Database): string =>
  dialect === 'sqlite'
    ? `with recursive copies(c) as (select 0 union all select c + 1 from copies where c < ${ROWS / DISTINCT - 1})`
    : `with copies(c) as (select generate_series(0, ${ROWS / DISTINCT - 1}))`;

/** The distinct decisions: the day, the outcome, the facts as JSON text. */
async function fillSample({ writer: knex }: Database, inForce: CompiledRules): Promise<void> {
  const cases = visitCases(DISTINCT);
  await knex.schema.createTable('sample', (t) => {
    t.integer('n').primary();
    t.text('as_of').notNullable();
    t.text('outcome').notNullable();
    t.text('facts').notNullable();
  });
  for (let from = 0; from < DISTINCT; from += 100) {
    const rows = cases.slice(from, from + 100).map(({ asOf, facts }, index) => ({
      n: from + index,
      as_of: asOf,
      outcome: inForce.reasons(facts, asOf).outcome,
      facts: JSON.stringify(facts),
    }));
    await knex('sample').insert(rows);
  }
}

/** A million decisions as they are stored. */
async function fillDecisions(database: Database): Promise<void> {
  const { writer: knex } = database;
  await knex.schema.createTable('decision', (t) => {
    t.integer('id').primary();
    t.text('as_of').notNullable();
    t.text('outcome').notNullable();
    t.text('facts').notNullable();
  });
  await knex.raw(
    `insert into decision ${copies(database)} select c * ${DISTINCT} + n + 1, as_of, outcome, facts from copies cross join sample`,
  );
}

type Stored = { id: number; as_of: CalendarDate; outcome: string; facts: string };

/** Every stored decision, page after page. */
async function everyDecision(
  { reader }: Database,
  each: (decision: { asOf: CalendarDate; outcome: string; facts: Facts }) => void,
): Promise<void> {
  for (let after = 0; after < ROWS; after += PAGE) {
    const rows: Stored[] = await reader('decision').where('id', '>', after).orderBy('id').limit(PAGE);
    for (const { as_of: asOf, outcome, facts } of rows) each({ asOf, outcome, facts: JSON.parse(facts) });
  }
}

async function plainScan(database: Database): Promise<Counts> {
  const { counts, add } = counting();
  await everyDecision(database, ({ outcome }) => add(outcome, outcome));
  return counts();
}

async function judgingScan(database: Database, draft: CompiledRules): Promise<Counts> {
  const { counts, add } = counting();
  await everyDecision(database, ({ asOf, outcome, facts }) =>
    add(outcome, draft.reasons(facts, asOf).outcome),
  );
  return counts();
}

/** The decisions in memory, as a back-test holds them while somebody tries one figure after another. */
async function loaded(
  database: Database,
  facts: readonly string[],
): Promise<{ columns: CaseColumns; outcomes: string[]; old: Uint8Array }> {
  const columns = caseColumns(visitSituation.facts, facts);
  const outcomes: string[] = [];
  const old = new Uint8Array(ROWS);
  await everyDecision(database, ({ asOf, outcome, facts: given }) => {
    if (!outcomes.includes(outcome)) outcomes.push(outcome);
    old[columns.length()] = outcomes.indexOf(outcome);
    columns.add(asOf, given);
  });
  return { columns, outcomes, old };
}

/** Judges the columns anew and counts each way from old to new. */
const judgeAgain = (
  draft: CompiledRules,
  { columns, outcomes, old }: Awaited<ReturnType<typeof loaded>>,
): Counts => {
  const judged = draft.masses(columns);
  const width = judged.outcomes.length;
  const counted = new Float64Array(outcomes.length * width);
  for (let row = 0; row < old.length; row += 1) {
    const way = (old[row] ?? 0) * width + (judged.outcome[row] ?? 0);
    counted[way] = (counted[way] ?? 0) + 1;
  }
  const counts = new Map<string, number>();
  for (const [way, count] of counted.entries()) {
    if (count === 0) continue;
    counts.set(`${outcomes[Math.floor(way / width)]} > ${judged.outcomes[way % width]}`, count);
  }
  return counts;
};

const KINDS = [
  'general',
  'disability_dedicated',
  'trial',
  'disability_trial',
  'disability_short_hours_trial',
];

/** The facts in columns of their own, and each day's cutoffs in a table. */
async function fillColumns(database: Database, draft: CompiledRules): Promise<void> {
  const { dialect, writer: knex } = database;
  const fact = (name: string): string =>
    dialect === 'sqlite' ? `json_extract(facts, '$."${name}"')` : `facts::json ->> '${name}'`;
  const has = (kind: string, place: number): string =>
    `case when ${fact('posting.kinds')} like '%"${kind}"%' then ${1 << place} else 0 end`;
  const copied = {
    via: fact('posting.via'),
    kinds: KINDS.map(has).join(' + '),
    contract: fact('posting.contract'),
    opened_by: fact('account.openedBy'),
    demanded: `case when ${dialect === 'sqlite' ? fact('office.demandsVisit') : `(${fact('office.demandsVisit')})::boolean`} then 1 else 0 end`,
    last_applied: fact('history.lastAppliedOn'),
    last_mypage: fact('history.lastAppliedThroughMypageOn'),
    last_dedicated: fact('history.lastDisabilityDedicatedOn'),
    last_trial: fact('history.lastTrialOn'),
    last_disability_trial: fact('history.lastDisabilityTrialOn'),
  };
  const selected = Object.entries(copied)
    .map(([name, sql]) => `${sql} as ${name}`)
    .join(', ');
  await knex.raw(`create table few as select as_of, outcome, ${selected} from sample`);
  await knex.raw(`create table typed as ${copies(database)} select few.* from copies cross join few`);
  await knex.schema.createTable('cutoff', (t) => {
    t.text('as_of').primary();
    t.text('gap').notNullable();
  });
  const days: { as_of: string }[] = await knex('sample').distinct('as_of');
  const rows = days.map(({ as_of }) => ({ as_of, gap: draft.cutoffs(as_of).get('gapYears') }));
  for (let from = 0; from < rows.length; from += 200)
    await knex('cutoff').insert(rows.slice(from, from + 200));
  if (dialect === 'postgres') await knex.raw('analyze');
}

const column = (sql: string): Sql => ({ sql, bindings: [] });

const typedFacts = {
  'posting.via': column('via'),
  'posting.kinds': ({ bindings }: Sql): Sql =>
    column(`kinds & ${1 << KINDS.indexOf(String(bindings[0]))} <> 0`),
  'posting.contract': column('contract'),
  'account.openedBy': column('opened_by'),
  'office.demandsVisit': column('demanded = 1'),
  'history.lastAppliedOn': column('last_applied'),
  'history.lastAppliedThroughMypageOn': column('last_mypage'),
  'history.lastDisabilityDedicatedOn': column('last_dedicated'),
  'history.lastTrialOn': column('last_trial'),
  'history.lastDisabilityTrialOn': column('last_disability_trial'),
};

/** Every column that some condition looks at. */
const READ = [
  'via',
  'kinds',
  'contract',
  'opened_by',
  'demanded',
  'last_applied',
  'last_mypage',
  'last_dedicated',
  'last_trial',
  'last_disability_trial',
  'gap',
];

type Grouped = { old: string; new?: string; found: number }[];

const grouped = async (
  { dialect, reader }: Database,
  query: string,
  bindings: readonly (string | number | boolean)[] = [],
): Promise<Grouped> => {
  const answer = await reader.raw(query, [...bindings]);
  return dialect === 'sqlite' ? answer : answer.rows;
};

/** Reads what a judge would read, and groups by outcome. */
const scanInSql = (database: Database): Promise<Grouped> =>
  grouped(
    database,
    `select outcome as old, count(*) as found, ${READ.map((name) => `max(${name})`).join(', ')} from typed join cutoff on cutoff.as_of = typed.as_of group by outcome`,
  );

const judgeInSql = (database: Database, draft: CompiledRules): Promise<Grouped> => {
  const { outcome } = draft.sql(typedFacts, { asOf: column('typed.as_of'), cutoff: () => column('gap') });
  return grouped(
    database,
    `select outcome as old, ${outcome.sql} as new, count(*) as found from typed join cutoff on cutoff.as_of = typed.as_of group by 1, 2`,
    outcome.bindings,
  );
};

const never = (day: string): string => `(${day} is null or ${day} < '2020-01-01')`;

/** The changed rules as somebody writes them in SQL who knows the table. */
const BY_HAND = `case when via <> 'mypage' then 'not-applicable' when
  opened_by <> 'counter' and ${never('last_mypage')}
  or kinds & 2 <> 0 and ${never('last_dedicated')}
  or kinds & 4 <> 0 and ${never('last_trial')}
  or kinds & 24 <> 0 and ${never('last_disability_trial')}
  or ${never('last_applied')} or last_applied < gap
  or contract in ('dispatch', 'contracting')
  or demanded = 1
  then 'visit-required' else 'visit-not-required' end`;

const judgeByHandInSql = (database: Database): Promise<Grouped> =>
  grouped(
    database,
    `select outcome as old, ${BY_HAND} as new, count(*) as found from typed join cutoff on cutoff.as_of = typed.as_of group by 1, 2`,
  );

const waysOf = (rows: Grouped): Counts =>
  new Map(rows.map((row) => [`${row.old} > ${row.new}`, Number(row.found)]));

/** One query that judges and groups, over columns of the facts. */
async function judgedInSql(database: Database, draft: CompiledRules, ways: string): Promise<BenchResult[]> {
  const words = database.dialect === 'sqlite' ? 'SQLite' : 'PostgreSQL';
  const byHand = sorted(waysOf(await judgeByHandInSql(database)));
  if (ways !== byHand) throw new Error(`SQL by the rule and by hand do not agree: ${ways}, ${byHand}`);
  const seconds = await times(
    {
      judge: () => judgeInSql(database, draft),
      hand: () => judgeByHandInSql(database),
      plain: () => scanInSql(database),
    },
    2,
  );
  const name = `stored decisions judged in SQL, ${words}: time`;
  return [
    ratio(name, seconds.judge / seconds.hand, 'the same query written by hand', { atMost: 2 }),
    ratio(
      `${name}, plain scan`,
      seconds.judge / seconds.plain,
      'reading the same columns and grouping by outcome',
      {
        atMost: 2,
      },
    ),
  ];
}

/** The decisions read as the product stores them, and judged one by one; then held in columns and judged again. */
async function judgedAsStored(
  database: Database,
  draft: CompiledRules,
  ways: string,
): Promise<BenchResult[]> {
  let judged: Counts = new Map();
  const seconds = await times(
    {
      plain: () => plainScan(database),
      judge: async () => {
        judged = await judgingScan(database, draft);
      },
    },
    2,
  );
  const memory = await loaded(database, draft.facts);
  const again = judgeAgain(draft, memory);
  if (sorted(judged) !== ways || sorted(again) !== ways || judged.size < 3) {
    throw new Error(`the ways of judging do not agree: ${sorted(judged)}, ${ways}, ${sorted(again)}`);
  }
  const inMemory = await times({ judge: () => judgeAgain(draft, memory) }, 8);
  return [
    ratio(
      'stored decisions judged as stored: time',
      seconds.judge / seconds.plain,
      'reading them and grouping by outcome',
      { atMost: 2 },
    ),
    figure('stored decisions judged as stored', seconds.judge, 's for 1,000,000'),
    figure('stored decisions judged again in memory', inMemory.judge * 1000, 'ms for 1,000,000'),
  ];
}

/** Judging a million stored decisions under a changed rule. */
export async function storedDecisions(
  { say }: BenchContext,
  ruleSet: RuleSet,
  inForce: CompiledRules,
): Promise<readonly BenchResult[]> {
  const draft = compileRules(changed(ruleSet), visitSituation);
  const results: BenchResult[] = [];
  await onEveryDatabase(say, async (database) => {
    say(`a million stored decisions on ${database.dialect}: filling`);
    await fillSample(database, inForce);
    await fillColumns(database, draft);
    if (database.dialect === 'sqlite') await fillDecisions(database);
    say(`a million stored decisions on ${database.dialect}: judging`);
    const ways = sorted(waysOf(await judgeInSql(database, draft)));
    results.push(...(await judgedInSql(database, draft, ways)));
    if (database.dialect === 'sqlite') results.push(...(await judgedAsStored(database, draft, ways)));
  });
  return results;
}
