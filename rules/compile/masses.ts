import { conditionCode, generated, type Names } from './code.ts';
import type { CaseColumns } from './columns.ts';
import { bitsOf, type Decided, meaningOf, wordsOf } from './fired.ts';
import { cutoffDays, type Plan, type PlannedFact } from './plan.ts';
import { bitAt, countBefore, dateNumber, lanesOf } from './values.ts';

type Bits = Uint8Array | Uint16Array | Int32Array;

/** The smallest array that holds one bit for each of so many rules: fresh memory is a good part of the cost. */
const bitsFor = (rules: number, length: number): Bits => {
  if (rules <= 8) return new Uint8Array(length);
  if (rules <= 16) return new Uint16Array(length);
  return new Int32Array(length);
};

/** What came of many cases. */
export type Judged = {
  /** The outcomes that occur in `outcome`, by number. */
  outcomes: readonly string[];
  outcome: Uint8Array;
  /** The fired rules of each case: one bit for each rule of the file, 31 to a number, `words` numbers to a case. */
  fired: Bits;
  words: number;
  /** One case in words. */
  decided(index: number): Decided;
};

/** A pass over all cases for the rules of one word. */
type Pass = (length: number, outcome: Uint8Array, fired: Bits) => void;
type MakePass = (
  columns: readonly ArrayLike<number>[],
  dayOfCase: Uint32Array,
  days: readonly Int32Array[],
) => Pass;

/** Outcomes by number: elsewhere first, then the steps, the gravest first, then what is left when no rule fires. */
const outcomesOf = (plan: Plan): readonly string[] => [
  plan.elsewhere,
  ...plan.steps.map(({ outcome }) => outcome),
  plan.otherwise,
];

/** Every array a plan reads, in the order in which the generated code expects them. */
const arraysOf = (plan: Plan, cases: CaseColumns): readonly ArrayLike<number>[] =>
  plan.facts.flatMap(({ name }): readonly ArrayLike<number>[] => {
    const column = cases.column(name);
    return column.kind === 'days' ? [column.days, column.ends] : column.lanes;
  });

const passCode = (plan: Plan, word: number): MakePass => {
  const scope: Record<string, unknown> = { countBefore };
  const arrays = plan.facts.flatMap((fact) =>
    fact.type === 'dateList'
      ? [`days_${plan.facts.indexOf(fact)}`, `ends_${plan.facts.indexOf(fact)}`]
      : Array.from({ length: lanesOf(fact) }, (_, lane) => `l${plan.facts.indexOf(fact)}_${lane}`),
  );
  const sharedNames = [...plan.shared.keys()];
  const cutoff = (name: string): string => `d${plan.cutoffs.indexOf(name) + 1}[day]`;
  const names: Names = {
    value: (fact: PlannedFact, lane = 0) => `l${plan.facts.indexOf(fact)}_${lane}[i]`,
    count: (list, before) => {
      const at = plan.facts.indexOf(list);
      return `countBefore(days_${at}, i === 0 ? 0 : ends_${at}[i - 1], ends_${at}[i], ${cutoff(before)})`;
    },
    today: 'd0[day]',
    cutoff,
    shared: (name) => `s${sharedNames.indexOf(name)}`,
    table: (numbers) => {
      const name = `t${Object.keys(scope).length}`;
      scope[name] = numbers;
      return name;
    },
  };
  const mine = plan.rules
    .map((rule, position) => ({ ...rule, position }))
    .filter(({ position }) => bitAt(position).word === word);
  const decisive = plan.steps
    .map(({ rules }, step) => ({ bits: bitsOf(plan, rules)[word] ?? 0, step: step + 1 }))
    .filter(({ bits }) => bits !== 0);
  const none = plan.steps.length + 1;
  const isFirst = word === 0;
  const code = [
    'return (arrays, dayOfCase, days) => {',
    `const [${arrays.join(', ')}] = arrays;`,
    `const [d0${plan.cutoffs.map((_, index) => `, d${index + 1}`).join('')}] = days;`,
    'return (length, outcome, fired) => {',
    'for (let i = 0; i < length; i += 1) {',
    'const day = dayOfCase[i];',
    ...[...plan.shared].map(
      ([name, shared]) => `const ${names.shared(name)} = ${conditionCode(shared, names)};`,
    ),
    'let w = 0;',
    `let o = 0;`,
    plan.appliesWhen ? `if (${conditionCode(plan.appliesWhen, names)}) {` : '{',
    ...mine.map(
      ({ condition, position }) => `if (${conditionCode(condition, names)}) w |= ${bitAt(position).bit};`,
    ),
    `o = ${decisive.map(({ bits, step }) => `(w & ${bits}) !== 0 ? ${step} : `).join('')}${none};`,
    '}',
    `fired[i * ${wordsOf(plan)} + ${word}] = w;`,
    isFirst ? 'outcome[i] = o;' : 'if (o < outcome[i]) outcome[i] = o;',
    '}',
    '};',
    '};',
  ].join('\n');
  return generated(scope, code);
};

/**
 * Judges many cases at once, 31 rules in each pass over them.
 * @throws Error when the columns lack a fact that some condition looks at.
 */
export const massesOf = (plan: Plan): ((cases: CaseColumns) => Judged) => {
  const words = wordsOf(plan);
  const passes = Array.from({ length: words }, (_, word) => passCode(plan, word));
  const outcomes = outcomesOf(plan);
  const meaning = meaningOf(plan);
  return (cases) => {
    const length = cases.length();
    const outcome = new Uint8Array(length);
    const fired = bitsFor(plan.rules.length, length * words);
    const arrays = arraysOf(plan, cases);
    const days = daysOf(plan, cases);
    for (const pass of passes) pass(arrays, cases.dayOfCase(), days)(length, outcome, fired);
    return {
      outcomes,
      outcome,
      fired,
      words,
      decided: (index) => meaning(outcome[index] !== 0, fired.subarray(index * words, (index + 1) * words)),
    };
  };
};

/** The day of judgement and every cutoff, as numbers, for each day that occurs. */
const daysOf = (plan: Plan, cases: CaseColumns): readonly Int32Array[] => {
  const rows = cases.days().map((asOf) => [asOf, ...cutoffDays(plan, asOf).values()].map(dateNumber));
  return Array.from({ length: plan.cutoffs.length + 1 }, (_, at) =>
    Int32Array.from(rows, (row) => row[at] ?? 0),
  );
};
