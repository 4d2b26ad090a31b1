import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Comparison } from '#rules/ruleset.ts';
import {
  cutoffDays,
  type Plan,
  type Planned,
  type PlannedComparison,
  type PlannedFact,
  type Right,
} from './plan.ts';
import { BITS, bitAt } from './values.ts';

/** A piece of SQL with a `?` for each of its bindings, as `knex.raw` takes it. */
export type Sql = { sql: string; bindings: readonly SqlValue[] };
export type SqlValue = string | number | boolean;

/**
 * Where a fact is found in the query: an expression of its type (a date is the text `YYYY-MM-DD`); of a list of choices,
 * whether it holds the given one; of a list of days, how many are before the given one.
 */
export type SqlFact = Sql | ((argument: Sql) => Sql);

/**
 * The day of judgement: one for the whole query, or a column of each row with its cutoffs beside it. Cutoffs are computed
 * by `cutoffDays` and never by the database, whose months end otherwise (SQLite: 2024-02-29 less a year is 2023-03-01).
 */
export type SqlDay = CalendarDate | { asOf: Sql; cutoff(parameter: string): Sql };

export type SqlForm = {
  /**
   * The condition under which a row has that outcome, for `where`; it can use indexes. Where facts are null it may come
   * to null instead of false, so it must not be negated: ask for the other outcome instead.
   * @throws Error when the rule set has no such outcome.
   */
  where(outcome: string): Sql;
  /** The outcome of a row, as text. */
  outcome: Sql;
  /** Whether a rule is among the reasons of a row; never null. */
  fires(rule: string): Sql;
  /** The rules among the reasons of a row, one bit each in file order, 31 to an integer. */
  fired: readonly Sql[];
};

const piece = (sql: string, ...bindings: SqlValue[]): Sql => ({ sql, bindings });

/** SQL with other pieces in it, their bindings in the order of the text. */
const sql = (texts: TemplateStringsArray, ...parts: readonly Sql[]): Sql => ({
  sql: texts.map((text, index) => text + (parts[index]?.sql ?? '')).join(''),
  bindings: parts.flatMap(({ bindings }) => bindings),
});

const joined = (parts: readonly Sql[], word: string): Sql => ({
  sql: parts.map((part) => part.sql).join(word),
  bindings: parts.flatMap(({ bindings }) => bindings),
});

const NEVER = piece('1 = 0');
const ALWAYS = piece('1 = 1');

/** Conditions put together; what comes out can stand beside `and` and `or` without brackets. */
const together = (parts: readonly Sql[], word: ' and ' | ' or ', empty: Sql): Sql => {
  const [first = empty, ...more] = parts;
  return more.length === 0 ? first : sql`(${joined(parts, word)})`;
};
const all = (parts: readonly Sql[]): Sql => together(parts, ' and ', ALWAYS);
const any = (parts: readonly Sql[]): Sql => together(parts, ' or ', NEVER);

/** What the caller wrote, in brackets unless it is one name. */
const bracketed = (given: Sql): Sql => (/^[\w.]+$/.test(given.sql) ? given : sql`(${given})`);

const ORDER: Readonly<Partial<Record<Comparison['operator'], Sql>>> = {
  lessThan: piece('<'),
  lessThanInclusive: piece('<='),
  greaterThan: piece('>'),
  greaterThanInclusive: piece('>='),
  dateBefore: piece('<'),
  dateOnOrBefore: piece('<='),
  dateAfter: piece('>'),
  dateOnOrAfter: piece('>='),
};

/** Integers stand in the text: bound ones would take the column's type in PostgreSQL and might not fit it. */
const literal = (value: unknown): Sql => {
  switch (typeof value) {
    case 'number':
      return piece(String(value));
    case 'string':
    case 'boolean':
      return piece('?', value);
    default:
      throw new TypeError(`not a value to compare with: ${JSON.stringify(value)}`);
  }
};

/**
 * The SQL of a plan for SQLite and PostgreSQL.
 *
 * NULL: every comparison is true or not true, and a not true one may be NULL. `not` is pushed down to the comparisons,
 * where it reads `is not true`; above it stand only `and` and `or`, which never make NULL true.
 *
 * @param facts where each fact that some condition looks at is found. @throws Error naming one that is not given.
 */
export const sqlOf = (plan: Plan, facts: Readonly<Record<string, SqlFact>>, day: SqlDay): SqlForm => {
  const given = ({ name }: PlannedFact): SqlFact => {
    const found = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (found === undefined) throw new Error(`${plan.ruleSet.id}: no SQL is given for fact ${name}`);
    return found;
  };
  const expression = (fact: PlannedFact): Sql => {
    const found = given(fact);
    if (typeof found === 'function')
      throw new TypeError(`fact ${fact.name} is one value and needs an expression`);
    return bracketed(found);
  };
  const asked = (fact: PlannedFact, argument: Sql): Sql => {
    const found = given(fact);
    if (typeof found !== 'function') throw new TypeError(`fact ${fact.name} is a list and needs a function`);
    return bracketed(found(argument));
  };

  const fixed = typeof day === 'string' ? cutoffDays(plan, day) : null;
  const cutoff = (parameter: string): Sql =>
    typeof day === 'string' ? literal(fixed?.get(parameter)) : bracketed(day.cutoff(parameter));
  const right = (side: Right): Sql => {
    switch (side.kind) {
      case 'value':
        return literal(side.value);
      case 'fact':
        return expression(side.fact);
      case 'asOf':
        return typeof day === 'string' ? literal(day) : bracketed(day.asOf);
      case 'cutoff':
        return cutoff(side.cutoff);
    }
  };

  const isIn = (value: Sql, side: Right): Sql => {
    if (side.kind === 'fact') return sql`(${value} is not null and ${asked(side.fact, value)})`;
    const wanted = side.kind === 'value' && Array.isArray(side.value) ? side.value : [];
    return sql`${value} in (${joined(wanted.map(literal), ', ')})`;
  };

  /** A comparison as it reads without its `not`, and whether its operator says `not`. */
  const comparison = ({
    left,
    operator,
    right: side,
  }: PlannedComparison): { holds: Sql; negated: boolean } => {
    const value = (): Sql =>
      left.kind === 'fact' ? expression(left.fact) : asked(left.list, cutoff(left.cutoff));
    const isNull = side.kind === 'value' && side.value === null;
    switch (operator) {
      case 'equal':
      case 'notEqual':
        return {
          holds: isNull ? sql`${value()} is null` : sql`${value()} = ${right(side)}`,
          negated: operator === 'notEqual',
        };
      case 'in':
      case 'notIn':
        return { holds: isIn(value(), side), negated: operator === 'notIn' };
      case 'contains':
      case 'doesNotContain':
        if (left.kind !== 'fact') throw new TypeError(`a count cannot be compared by ${operator}`);
        return { holds: asked(left.fact, right(side)), negated: operator === 'doesNotContain' };
      default:
        return { holds: sql`${value()} ${ORDER[operator] ?? NEVER} ${right(side)}`, negated: false };
    }
  };

  const condition = (planned: Planned, wanted: boolean): Sql => {
    switch (planned.kind) {
      case 'all':
      case 'any': {
        const parts = planned.parts.map((part) => condition(part, wanted));
        return (planned.kind === 'all') === wanted ? all(parts) : any(parts);
      }
      case 'not':
        return condition(planned.part, !wanted);
      case 'shared': {
        const shared = plan.shared.get(planned.name);
        if (!shared) throw new Error(`no such condition: ${planned.name}`);
        return condition(shared, wanted);
      }
      case 'comparison': {
        const { holds, negated } = comparison(planned);
        return negated === wanted ? sql`(${holds}) is not true` : holds;
      }
    }
  };

  const applies = (wanted: boolean): Sql[] =>
    plan.appliesWhen === null ? (wanted ? [] : [NEVER]) : [condition(plan.appliesWhen, wanted)];
  const rule = (position: number, wanted: boolean): Sql => {
    const found = plan.rules[position];
    if (!found) throw new Error(`no rule at ${position}`);
    return condition(found.condition, wanted);
  };
  const one = (rules: readonly number[]): Sql => any(rules.map((position) => rule(position, true)));
  const none = (rules: readonly number[]): Sql[] => rules.map((position) => rule(position, false));
  const everyRule = plan.rules.map((_, position) => position);

  /** The ways to each outcome, as rows come to them: apart from each other, together everything. */
  const ways = [
    { outcome: plan.elsewhere, when: all(applies(false)) },
    ...plan.steps.map(({ outcome, rules }, step) => ({
      outcome,
      when: all([
        ...applies(true),
        one(rules),
        ...none([...new Set(plan.steps.slice(0, step).flatMap((graver) => graver.rules))]),
      ]),
    })),
    { outcome: plan.otherwise, when: all([...applies(true), ...none(everyRule)]) },
  ];

  const fires = (position: number): Sql => all([...applies(true), rule(position, true)]);
  const bit = (position: number): Sql =>
    sql`case when ${fires(position)} then ${literal(bitAt(position).bit)} else 0 end`;
  const then = (when: Sql, outcome: string): Sql => sql` when ${when} then ${literal(outcome)}`;
  const outcome = joined(
    [
      ...applies(false).map((when) => then(when, plan.elsewhere)),
      ...plan.steps.map((step) => then(one(step.rules), step.outcome)),
    ],
    '',
  );

  return {
    where: (outcome) => {
      const found = ways.filter((way) => way.outcome === outcome);
      if (found.length === 0) throw new Error(`${plan.ruleSet.id} has no outcome ${outcome}`);
      return any(found.map(({ when }) => when).filter((when) => when.sql !== NEVER.sql));
    },
    outcome: sql`case${outcome} else ${literal(plan.otherwise)} end`,
    fires: (id) => {
      const position = plan.rules.findIndex((candidate) => candidate.id === id);
      if (position < 0) throw new Error(`${plan.ruleSet.id} has no rule ${id}`);
      return sql`(${fires(position)}) is true`;
    },
    fired: Array.from({ length: Math.ceil(plan.rules.length / BITS) }, (_, word) =>
      joined(everyRule.slice(word * BITS, (word + 1) * BITS).map(bit), ' + '),
    ),
  };
};
