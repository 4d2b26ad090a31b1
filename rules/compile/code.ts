import type { Planned, PlannedComparison, PlannedFact, Right } from './plan.ts';
import { bitAt, choicesOf, dateNumber, lanesOf, NULL } from './values.ts';

/** How the generated code at hand calls what a condition compares. Everything is a number (see values.ts). */
export type Names = {
  value(fact: PlannedFact, lane?: number): string;
  count(list: PlannedFact, cutoff: string): string;
  today: string;
  cutoff(cutoff: string): string;
  /** A shared condition, as a boolean. */
  shared(name: string): string;
  /** The name under which the code finds a table made here. */
  table(numbers: Int32Array): string;
};

/**
 * Runs generated code once, with these values in scope. Code is generated from plans of checked rule files only; the
 * texts of a file reach it as JSON literals or not at all.
 */
export const generated = <Result>(scope: Readonly<Record<string, unknown>>, code: string): Result =>
  new Function(...Object.keys(scope), `'use strict';\n${code}`)(...Object.values(scope));

/** A number in source code; in brackets when negative, so that it can stand after any operator. */
const numeral = (number: number): string => (number < 0 ? `(${number})` : String(number));

const ORDER: Readonly<Record<string, string>> = {
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
  dateBefore: '<',
  dateOnOrBefore: '<=',
  dateAfter: '>',
  dateOnOrAfter: '>=',
};

const placeOf = (fact: PlannedFact, choice: unknown): number => choicesOf(fact).indexOf(String(choice));

const isNull = (value: string, fact: PlannedFact): string => {
  switch (fact.type) {
    case 'integer':
      return `${value} !== ${value}`;
    case 'boolean':
    case 'date':
    case 'enum':
      return `${value} === ${NULL[fact.type]}`;
    default:
      throw new TypeError(`fact ${fact.name} is a list and never null`);
  }
};

/** A literal as a number of the type of the fact it is compared with. */
const literal = (value: unknown, fact: PlannedFact | null): string => {
  switch (fact?.type ?? 'integer') {
    case 'boolean':
      return value === true ? '1' : '0';
    case 'date':
      return String(dateNumber(value));
    case 'enum':
      return String(fact === null ? -1 : placeOf(fact, value) + 1);
    default:
      return numeral(Number(value));
  }
};

/** The number of each choice of one fact in the catalogue of another, by its own number; 0 for null and -1 for none. */
const translation = (from: PlannedFact, to: PlannedFact): Int32Array =>
  Int32Array.from([0, ...choicesOf(from).map((choice) => placeOf(to, choice) + 1 || -1)]);

/** The bit of each choice of an enum in one lane of a list, by the choice's own number; 0 where the list has no such choice. */
const bitsInLane = (choices: PlannedFact, list: PlannedFact, lane: number): Int32Array =>
  Int32Array.from([
    0,
    ...choicesOf(choices).map((choice) => {
      const place = placeOf(list, choice);
      const { word, bit } = bitAt(Math.max(place, 0));
      return place >= 0 && word === lane ? bit : 0;
    }),
  ]);

const rightNumber = (right: Right, fact: PlannedFact | null, names: Names): string => {
  switch (right.kind) {
    case 'asOf':
      return names.today;
    case 'cutoff':
      return names.cutoff(right.cutoff);
    case 'value':
      return literal(right.value, fact);
    case 'fact':
      return fact?.type === 'enum'
        ? `${names.table(translation(right.fact, fact))}[${names.value(right.fact)}]`
        : names.value(right.fact);
  }
};

const lanes = (list: PlannedFact): readonly number[] =>
  Array.from({ length: lanesOf(list) }, (_, lane) => lane);

/** Whether a list holds the choice that another fact has. */
const holds = (list: PlannedFact, choice: PlannedFact, names: Names): string => {
  const shared = lanes(list).map(
    (lane) =>
      `(${names.value(list, lane)} & ${names.table(bitsInLane(choice, list, lane))}[${names.value(choice)}])`,
  );
  return `(${shared.join(' | ')}) !== 0`;
};

const contains = (list: PlannedFact, right: Right, names: Names): string => {
  if (right.kind === 'fact') return holds(list, right.fact, names);
  const { word, bit } = bitAt(placeOf(list, right.kind === 'value' ? right.value : null));
  return `(${names.value(list, word)} & ${bit}) !== 0`;
};

const isIn = (fact: PlannedFact, right: Right, names: Names): string => {
  if (right.kind === 'fact') return holds(right.fact, fact, names);
  const wanted = right.kind === 'value' && Array.isArray(right.value) ? right.value : [];
  return wanted.map((choice) => `${names.value(fact)} === ${literal(choice, fact)}`).join(' || ');
};

const equal = (fact: PlannedFact | null, value: string, right: Right, names: Names): string =>
  fact !== null && right.kind === 'value' && right.value === null
    ? isNull(value, fact)
    : `${value} === ${rightNumber(right, fact, names)}`;

const ordered = (fact: PlannedFact | null, value: string, symbol: string, right: string): string => {
  const mayBeNull = fact?.type === 'date' && fact.whenNull !== undefined;
  const comparison = `${value} ${symbol} ${right}`;
  return mayBeNull && symbol.startsWith('>') ? `${value} !== ${NULL.date} && ${comparison}` : comparison;
};

/** A comparison as an expression that is true or false, to be put in brackets by whoever uses it. */
const comparisonCode = ({ left, operator, right }: PlannedComparison, names: Names): string => {
  const fact = left.kind === 'fact' ? left.fact : null;
  const value = (): string =>
    left.kind === 'fact' ? names.value(left.fact) : names.count(left.list, left.cutoff);
  switch (operator) {
    case 'equal':
      return equal(fact, value(), right, names);
    case 'notEqual':
      return `!(${equal(fact, value(), right, names)})`;
    case 'in':
    case 'notIn':
    case 'contains':
    case 'doesNotContain': {
      if (fact === null) throw new TypeError(`a count cannot be compared by ${operator}`);
      const found =
        operator === 'in' || operator === 'notIn' ? isIn(fact, right, names) : contains(fact, right, names);
      return operator === 'in' || operator === 'contains' ? found : `!(${found})`;
    }
    default:
      return ordered(fact, value(), ORDER[operator] ?? '', rightNumber(right, fact, names));
  }
};

/** A condition as an expression that is true or false. */
export const conditionCode = (condition: Planned, names: Names): string => {
  switch (condition.kind) {
    case 'all':
      return condition.parts.map((part) => `(${conditionCode(part, names)})`).join(' && ');
    case 'any':
      return condition.parts.map((part) => `(${conditionCode(part, names)})`).join(' || ');
    case 'not':
      return `!(${conditionCode(condition.part, names)})`;
    case 'shared':
      return names.shared(condition.name);
    case 'comparison':
      return comparisonCode(condition, names);
  }
};
