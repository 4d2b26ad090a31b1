import fc from 'fast-check';
import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import { type Facts, type FactValue, features } from '#app/domain/verdict.ts';
import type { FactDescription } from '#rules/facts.ts';
import { operatorsByType } from '#rules/operators.ts';
import {
  asOfMinus,
  COUNT_BEFORE,
  type Comparison,
  type Condition,
  type OutcomePolicy,
  type Parameter,
  type Rule,
  type RuleSet,
  type SharedCondition,
} from '#rules/ruleset.ts';
import type { SituationKind } from '#rules/situation.ts';

/** A choice with everything in it that source code and SQL could trip over. */
const AWKWARD = `a"b'c\`d\\e\${f}?g\u2028h--`;

const choices = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name]));

const fact = (description: Pick<FactDescription, 'type' | 'choices' | 'whenNull'>): FactDescription => ({
  label: 'a fact',
  origin: 'generated',
  ...description,
});

const MANY = Array.from({ length: 40 }, (_, index) => `kind${index}`);
const whenNull = 'not known';

/** Facts of every type, with null and without, with catalogues of choices that overlap in different orders. */
const facts: ReadonlyMap<string, FactDescription> = new Map(
  Object.entries({
    'flag.sure': fact({ type: 'boolean' }),
    'flag.maybe': fact({ type: 'boolean', whenNull }),
    'count.sure': fact({ type: 'integer' }),
    'count.maybe': fact({ type: 'integer', whenNull }),
    'day.sure': fact({ type: 'date' }),
    'day.other': fact({ type: 'date' }),
    'day.maybe': fact({ type: 'date', whenNull }),
    'form.sure': fact({ type: 'enum', choices: choices('direct', 'dispatch', AWKWARD, 'kind33') }),
    'form.maybe': fact({ type: 'enum', choices: choices('kind33', AWKWARD, 'none', 'direct'), whenNull }),
    'form.other': fact({ type: 'enum', choices: choices('none', 'kind0', 'dispatch') }),
    'list.few': fact({ type: 'enumList', choices: choices('dispatch', AWKWARD, 'none', 'kind0') }),
    'list.many': fact({ type: 'enumList', choices: choices(...MANY, 'direct', 'dispatch') }),
    'days.some': fact({ type: 'dateList' }),
    'days.others': fact({ type: 'dateList' }),
  }),
);

/** A kind of situation made for tests; its situations are their facts. */
export const generatedKind: Pick<SituationKind, 'facts'> & SituationKind = {
  facts,
  hasCalendar: false,
  read: () => {
    throw new Error('generated situations are not read');
  },
};

/** Days thick around month ends, leap days and turns of the year. */
export const someDay: fc.Arbitrary<CalendarDate> = fc.oneof(
  fc.constantFrom(
    '2024-02-29',
    '2024-02-28',
    '2023-02-28',
    '2024-03-31',
    '2024-12-31',
    '2025-01-01',
    '2000-02-29',
  ),
  fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2022-12-01', days)),
  fc.constantFrom('1000-01-01', '9999-12-31'),
);
const asOfDay = someDay.filter((day) => day > '1900-01-01' && day < '9000-01-01');

const someInteger = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: -2, max: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom(-3_000_000_000, 3_000_000_000, Number.MAX_SAFE_INTEGER) },
);

const isOneOf = (name: string, types: readonly string[]): boolean =>
  types.includes(facts.get(name)?.type ?? '');
const namesOf = (...types: readonly string[]): string[] =>
  [...facts.keys()].filter((name) => isOneOf(name, types));
const neverNull = (names: readonly string[]): string[] =>
  names.filter((name) => facts.get(name)?.whenNull === undefined);

const PERIODS = { someDays: 'days', someWeeks: 'weeks', someMonths: 'months', someYears: 'years' } as const;
const somePeriod = fc.constantFrom(...Object.keys(PERIODS));

const parameters: fc.Arbitrary<Record<string, Parameter>> = fc
  .record({
    someDays: fc.integer({ min: 0, max: 400 }),
    someWeeks: fc.integer({ min: 0, max: 60 }),
    someMonths: fc.integer({ min: 0, max: 30 }),
    someYears: fc.integer({ min: 0, max: 6 }),
    limit: someInteger,
    since: someDay,
  })
  .map(({ limit, since, ...periods }) => {
    const common = { label: 'a figure', source: 'law' };
    const whole = {
      ...common,
      type: 'integer',
      min: Number.MIN_SAFE_INTEGER,
      max: Number.MAX_SAFE_INTEGER,
    } as const;
    const period = (name: keyof typeof PERIODS): Parameter => ({
      ...whole,
      value: periods[name],
      unit: PERIODS[name],
    });
    return {
      someDays: period('someDays'),
      someWeeks: period('someWeeks'),
      someMonths: period('someMonths'),
      someYears: period('someYears'),
      limit: { ...whole, value: limit, unit: 'times' },
      since: { ...common, type: 'date', value: since, min: '0001-01-01', max: '9999-12-31' },
    };
  });

const reference = (...names: readonly string[]): fc.Arbitrary<Comparison['value']> =>
  fc.constantFrom(...names).map((name) => ({ fact: name }));

const choicesOf = (name: string): string[] => Object.keys(facts.get(name)?.choices ?? {});

/** What may stand on the right of a comparison with that fact. */
const rightOf = (name: string, operator: string): fc.Arbitrary<Comparison['value']> => {
  const { type, whenNull } = facts.get(name) ?? fact({ type: 'integer' });
  if (operator === 'in' || operator === 'notIn') {
    const some = fc.uniqueArray(fc.constantFrom(...choicesOf(name)), { minLength: 1, maxLength: 3 });
    return fc.oneof(some, reference(...namesOf('enumList')));
  }
  const null_ = operator.toLowerCase().endsWith('equal') && whenNull !== undefined ? [fc.constant(null)] : [];
  switch (type) {
    case 'boolean':
      return fc.oneof(fc.boolean(), reference(...neverNull(namesOf('boolean'))), ...null_);
    case 'integer':
      return fc.oneof(someInteger, reference('param.limit', ...neverNull(namesOf('integer'))), ...null_);
    case 'date': {
      const before = somePeriod.map((parameter) => ({ fact: 'date.asOfMinus', params: { parameter } }));
      const other = reference('date.asOf', 'param.since', ...neverNull(namesOf('date')));
      return fc.oneof(someDay, other, before, ...null_);
    }
    case 'enumList':
      return fc.oneof(fc.constantFrom(...choicesOf(name)), reference(...neverNull(namesOf('enum'))));
    default:
      return fc.oneof(
        fc.constantFrom(...choicesOf(name)),
        reference(...neverNull(namesOf('enum'))),
        ...null_,
      );
  }
};

const comparisonWith = (name: string): fc.Arbitrary<Comparison> =>
  fc
    .constantFrom(...operatorsByType[facts.get(name)?.type ?? 'integer'])
    .chain((operator) => rightOf(name, operator).map((value) => ({ fact: name, operator, value })));

const count: fc.Arbitrary<Comparison> = fc.record({
  fact: fc.constant(COUNT_BEFORE),
  params: fc.record({ fact: fc.constantFrom(...namesOf('dateList')), parameter: somePeriod }),
  operator: fc.constantFrom(...operatorsByType.integer),
  value: fc.oneof(fc.integer({ min: 0, max: 4 }), reference('param.limit', 'count.sure')),
});

const comparison: fc.Arbitrary<Comparison> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(...namesOf('boolean', 'integer', 'date', 'enum', 'enumList'))
      .chain(comparisonWith),
  },
  { weight: 1, arbitrary: count },
);

/** A tree of conditions whose root is a group, as the files want it. */
const group = (shared: readonly string[], depth: number): fc.Arbitrary<Condition> => {
  const part = depth === 0 ? comparison : fc.oneof(comparison, group(shared, depth - 1));
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: parts.map((all) => ({ all })) },
    { weight: 3, arbitrary: parts.map((any) => ({ any })) },
    { weight: 2, arbitrary: part.map((not) => ({ not })) },
    ...(shared.length > 0
      ? [{ weight: 2, arbitrary: fc.constantFrom(...shared).map((condition) => ({ condition })) }]
      : []),
  );
};

/** A condition that seldom holds: of many rules only some fire. */
const seldom: fc.Arbitrary<Condition> = fc
  .array(comparison, { minLength: 4, maxLength: 4 })
  .map((all) => ({ all }));

const SHARED = ['first', 'second', 'third'] as const;

/** Shared conditions that refer only to later ones. */
const sharedConditions = (names: readonly string[]): fc.Arbitrary<Record<string, SharedCondition>> =>
  fc.record(
    Object.fromEntries(
      names.map((name, index) => [
        name,
        group(names.slice(index + 1), 1).map((conditions) => ({ title: name, conditions })),
      ]),
    ),
  );

const outcomes = fc.constantFrom('yes', 'no', 'perhaps', 'elsewhere', 'closed');

const policies: fc.Arbitrary<OutcomePolicy> = fc.oneof(
  fc.record({ policy: fc.constant('any' as const), whenAny: outcomes, whenNone: outcomes }),
  fc.record({
    policy: fc.constant('severity' as const),
    whenError: outcomes,
    whenWarning: outcomes,
    whenNone: outcomes,
  }),
  fc.record({
    policy: fc.constant('deny' as const),
    whenClosed: outcomes,
    whenDenied: outcomes,
    whenNone: outcomes,
  }),
);

const policy = (conditional: boolean): fc.Arbitrary<OutcomePolicy> =>
  conditional
    ? fc.tuple(policies, outcomes).map(([chosen, whenNotApplicable]) => ({ ...chosen, whenNotApplicable }))
    : policies;

const effects = ({ policy }: OutcomePolicy): fc.Arbitrary<Partial<Rule>> => {
  switch (policy) {
    case 'any':
      return fc.constant({});
    case 'severity':
      return fc.record({ severity: fc.constantFrom('error' as const, 'warning' as const) });
    case 'deny':
      return fc.record(
        {
          deny: fc.uniqueArray(fc.constantFrom(...features), { minLength: 1, maxLength: 3 }),
          closes: fc.constant(true as const),
        },
        { requiredKeys: ['deny'] },
      );
  }
};

/** Every name at `key` anywhere in a value. */
const named = (value: unknown, key: string): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === key && typeof inner === 'string' ? [inner] : named(inner, key),
  );
};

const rulesOf = (conditions: readonly Condition[], effect: readonly Partial<Rule>[]): Rule[] =>
  conditions.map((condition, index) => ({
    id: `R${index}`,
    title: 'a rule',
    source: 'law',
    conditions: condition,
    message: 'it applies',
    ...effect[index],
  }));

/** Rule sets that pass every check of the loader but the run of their examples. */
const ruleSets: fc.Arbitrary<RuleSet> = fc
  .record({
    names: fc.subarray([...SHARED]),
    conditional: fc.boolean(),
    size: fc.oneof(
      { weight: 10, arbitrary: fc.integer({ min: 1, max: 5 }) },
      { weight: 1, arbitrary: fc.integer({ min: 30, max: 64 }) },
    ),
  })
  .chain(({ names, conditional, size }) =>
    fc
      .record({
        parameters,
        shared: sharedConditions(names),
        appliesWhen: group(names, 1),
        outcome: policy(conditional),
        conditions: fc.array(size > 10 ? seldom : group(names, 3), { minLength: size, maxLength: size }),
      })
      .chain((parts) =>
        fc
          .array(effects(parts.outcome), { minLength: size + 1, maxLength: size + 1 })
          .map((effect): RuleSet => {
            const used = new Set([
              ...named(parts.conditions, 'condition'),
              ...named(parts.shared, 'condition'),
              ...(conditional ? named(parts.appliesWhen, 'condition') : []),
            ]);
            const unused = names.filter((name) => !used.has(name));
            const conditions = [
              ...parts.conditions,
              ...(unused.length > 0 ? [{ any: unused.map((condition) => ({ condition })) }] : []),
            ];
            const looked = new Set(
              named([conditions, parts.shared, ...(conditional ? [parts.appliesWhen] : [])], 'fact'),
            );
            const rules = rulesOf(conditions, effect);
            return {
              formatVersion: 1,
              id: 'generated/rules',
              version: '1.0.0',
              title: 'generated',
              summary: 'generated',
              owner: 'test',
              effective: { from: '0001-01-01', to: null },
              sources: [{ id: 'law', document: 'a law', quote: 'it says so' }],
              parameters: parts.parameters,
              facts: Object.fromEntries(
                [...facts].filter(([name]) => looked.has(name)).map(([name, { type }]) => [name, type]),
              ),
              ...(conditional && { appliesWhen: parts.appliesWhen }),
              sharedConditions: parts.shared,
              outcome: parts.outcome,
              rules,
              examples: [
                {
                  id: 'all',
                  title: 'every rule',
                  situation: {},
                  expect: { outcome: 'yes', rules: rules.map(({ id }) => id) },
                },
              ],
              hash: '',
            };
          }),
      ),
  );

/** Days on which something in the rule set turns: the day of judgement, its cutoffs and the dates it names. */
const turningDays = (ruleSet: RuleSet, asOf: CalendarDate): CalendarDate[] => {
  const cutoffs = Object.keys(PERIODS).map((parameter) => asOfMinus(ruleSet, asOf, parameter));
  const written = JSON.stringify(ruleSet.rules).match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  return [...cutoffs, asOf, ...written].filter((day) => day > '0001-01-01' && day < '9999-12-31');
};

const someValue = (
  description: FactDescription,
  day: fc.Arbitrary<CalendarDate>,
): fc.Arbitrary<FactValue> => {
  const names = Object.keys(description.choices ?? {});
  const plain = ((): fc.Arbitrary<FactValue> => {
    switch (description.type) {
      case 'boolean':
        return fc.boolean();
      case 'integer':
        return someInteger;
      case 'date':
        return day;
      case 'enum':
        return fc.constantFrom(...names);
      case 'enumList':
        return fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 });
      case 'dateList':
        return fc.array(day, { maxLength: 5 }).map((days) => days.toSorted());
    }
  })();
  return description.whenNull === undefined ? plain : fc.option(plain, { freq: 3 });
};

const factsFor = (ruleSet: RuleSet, asOf: CalendarDate): fc.Arbitrary<Facts> => {
  const turning = fc.constantFrom(...turningDays(ruleSet, asOf));
  const day = fc.oneof(
    turning,
    fc.tuple(turning, fc.constantFrom(-1, 1)).map(([turn, step]) => addDays(turn, step)),
    someDay,
  );
  return fc.record(
    Object.fromEntries([...facts].map(([name, description]) => [name, someValue(description, day)])),
  );
};

export type GeneratedCase = { asOf: CalendarDate; facts: Facts };

/** A rule set with three cases for it, all judged on one day or each on its own. */
export const generatedRules: fc.Arbitrary<{
  ruleSet: RuleSet;
  cases: readonly GeneratedCase[];
  oneDay: boolean;
}> = fc.tuple(ruleSets, fc.boolean(), fc.tuple(asOfDay, asOfDay, asOfDay)).chain(([ruleSet, oneDay, days]) =>
  fc
    .tuple(
      ...days.map((day) => {
        const asOf = oneDay ? days[0] : day;
        return factsFor(ruleSet, asOf).map((given): GeneratedCase => ({ asOf, facts: given }));
      }),
    )
    .map((cases) => ({ ruleSet, cases, oneDay })),
);

/** How many rule sets a property is tried on: 1,000 in every test run, 20,000 in the deep one. */
export const runs = process.env.DEEP ? 20_000 : 1_000;
