import { compareDates, parseCalendarDate } from '#app/domain/calendar.ts';
import type { FactValue } from '#app/domain/verdict.ts';

/**
 * The comparisons a rule may use. They replace json-rules-engine's own, which compare loosely
 * ("9" < "10" is false there, "in" accepts a text): here a value of the wrong type is an error.
 *
 * null is equal to null only, and is neither before, after, above nor below anything: an application
 * that was never made is not long ago. A rule that means both says so with two comparisons.
 */
type Comparer = (left: FactValue, right: FactValue) => boolean;

const scalar = (value: FactValue): string | number | boolean | null => {
  if (value !== null && typeof value === 'object')
    throw new TypeError('a list cannot be compared as one value');
  return value;
};

const list = (value: FactValue): readonly string[] => {
  if (value === null || typeof value !== 'object')
    throw new TypeError(`not a list: ${JSON.stringify(value)}`);
  return value;
};

const integer = (value: FactValue): number => {
  if (!Number.isSafeInteger(value)) throw new TypeError(`not an integer: ${JSON.stringify(value)}`);
  return Number(value);
};

const text = (value: FactValue): string => {
  if (typeof value !== 'string') throw new TypeError(`not a text: ${JSON.stringify(value)}`);
  return value;
};

const ofIntegers =
  (holds: (difference: number) => boolean): Comparer =>
  (left, right) => {
    const limit = integer(right);
    return left !== null && holds(integer(left) - limit);
  };

const ofDates =
  (holds: (order: number) => boolean): Comparer =>
  (left, right) => {
    const limit = parseCalendarDate(right);
    return left !== null && holds(compareDates(parseCalendarDate(left), limit));
  };

const isIn: Comparer = (left, right) => left !== null && list(right).includes(text(left));
const contains: Comparer = (left, right) => list(left).includes(text(right));

export const operators = {
  equal: (left, right) => scalar(left) === scalar(right),
  notEqual: (left, right) => scalar(left) !== scalar(right),
  in: isIn,
  notIn: (left, right) => !isIn(left, right),
  contains,
  doesNotContain: (left, right) => !contains(left, right),
  lessThan: ofIntegers((difference) => difference < 0),
  lessThanInclusive: ofIntegers((difference) => difference <= 0),
  greaterThan: ofIntegers((difference) => difference > 0),
  greaterThanInclusive: ofIntegers((difference) => difference >= 0),
  dateBefore: ofDates((order) => order < 0),
  dateOnOrBefore: ofDates((order) => order <= 0),
  dateAfter: ofDates((order) => order > 0),
  dateOnOrAfter: ofDates((order) => order >= 0),
} as const satisfies Record<string, Comparer>;

export type OperatorName = keyof typeof operators;

export const operatorNames = Object.keys(operators) as readonly OperatorName[];

const equality = ['equal', 'notEqual'] as const;

/** Which operators make sense for which type of fact; a dateList is counted (`dates.countBefore`), never compared. */
export const operatorsByType: Readonly<
  Record<'boolean' | 'integer' | 'date' | 'enum' | 'enumList' | 'dateList', readonly OperatorName[]>
> = {
  boolean: equality,
  integer: [...equality, 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'],
  date: [...equality, 'dateBefore', 'dateOnOrBefore', 'dateAfter', 'dateOnOrAfter'],
  enum: [...equality, 'in', 'notIn'],
  enumList: ['contains', 'doesNotContain'],
  dateList: [],
};
