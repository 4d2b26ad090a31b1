import type { FactValue } from '#app/domain/verdict.ts';
import { type FactDescription, wrongFact } from '#rules/facts.ts';

/**
 * Facts as numbers, so that a comparison is arithmetic: a boolean is 0 or 1, an integer itself, a date YYYYMMDD,
 * a choice its place in the catalogue from 1, a list of choices one bit each (31 to a lane), a list of days their dates.
 */
type NamedFact = FactDescription & { name: string };

/** null as a number. A date later than any, so that it is before none; an integer that is not even equal to itself. */
export const NULL = { boolean: 2, integer: Number.NaN, date: 100_000_000, enum: 0 } as const;

/** How many choices or rules share one number as bits: all but the sign. */
export const BITS = 31;

/** The number that holds the bit at a place counted from 0, and the bit. */
export const bitAt = (place: number): { word: number; bit: number } => ({
  word: Math.floor(place / BITS),
  bit: 1 << (place % BITS),
});

const ZERO = 48;
const HYPHEN = 45;
const DAYS_IN_MONTH = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The two digits at a place of a text as a number, negative when they are none. */
const twoDigits = (text: string, at: number): number => {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
};

/** `2026-11-24` → 20261124; -1 for anything that is not the text of a day that exists. */
export const dateNumber = (value: unknown): number => {
  if (typeof value !== 'string' || value.length !== 10) return -1;
  if (value.charCodeAt(4) !== HYPHEN || value.charCodeAt(7) !== HYPHEN) return -1;
  const century = twoDigits(value, 0);
  const year = twoDigits(value, 2);
  const month = twoDigits(value, 5);
  const day = twoDigits(value, 8);
  if (century < 0 || year < 0 || century + year === 0 || month < 1 || month > 12 || day < 1) return -1;
  const isLeapYear = year === 0 ? century % 4 === 0 : year % 4 === 0;
  const days = month === 2 && isLeapYear ? 29 : (DAYS_IN_MONTH[month] ?? 0);
  return day <= days ? century * 1_000_000 + year * 10_000 + month * 100 + day : -1;
};

/** The dates of a list of days in ascending order. @throws TypeError naming the fact when it is not one. */
export const dateNumbers = (fact: NamedFact, value: unknown): readonly number[] => {
  if (!Array.isArray(value)) throw wrongFact(fact.name, value, fact);
  let latest = 0;
  return value.map((day) => {
    const number = dateNumber(day);
    if (number < latest) throw wrongFact(fact.name, value, fact);
    latest = number;
    return number;
  });
};

/** How many of the ascending dates from `start` up to `end`, that one not included, are before `cutoff`. */
export const countBefore = (dates: ArrayLike<number>, start: number, end: number, cutoff: number): number => {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((dates[middle] ?? 0) < cutoff) low = middle + 1;
    else high = middle;
  }
  return low - start;
};

export const choicesOf = ({ choices = {} }: FactDescription): readonly string[] => Object.keys(choices);

/** How many numbers hold a value of the fact: more than one only for lists of more than 31 choices. */
export const lanesOf = (fact: FactDescription): number =>
  fact.type === 'enumList' ? Math.max(1, Math.ceil(choicesOf(fact).length / BITS)) : 1;

/** A value of one fact as a number. @throws TypeError naming the fact when the value is not of its type. */
export type Encoder = (value: FactValue | undefined) => number;

const listEncoder = (fact: NamedFact, lane: number): Encoder => {
  const bits = new Map<unknown, number>(
    choicesOf(fact).map((choice, place) => [choice, bitAt(place).word === lane ? bitAt(place).bit : 0]),
  );
  return (value) => {
    if (!Array.isArray(value)) throw wrongFact(fact.name, value, fact);
    let held = 0;
    for (const item of value) {
      const bit = bits.get(item);
      if (bit === undefined) throw wrongFact(fact.name, value, fact);
      held |= bit;
    }
    return held;
  };
};

/** One encoder for each lane of the fact. Lists of days are read by `dateNumbers` instead. */
export const encodersOf = (fact: NamedFact): readonly Encoder[] => {
  const isNullable = fact.whenNull !== undefined;
  switch (fact.type) {
    case 'boolean':
      return [
        (value) => {
          if (value === true) return 1;
          if (value === false) return 0;
          if (value === null && isNullable) return NULL.boolean;
          throw wrongFact(fact.name, value, fact);
        },
      ];
    case 'integer':
      return [
        (value) => {
          if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
          if (value === null && isNullable) return NULL.integer;
          throw wrongFact(fact.name, value, fact);
        },
      ];
    case 'date':
      return [
        (value) => {
          if (value === null && isNullable) return NULL.date;
          const number = dateNumber(value);
          if (number < 0) throw wrongFact(fact.name, value, fact);
          return number;
        },
      ];
    case 'enum': {
      const codes = new Map<unknown, number>(choicesOf(fact).map((choice, place) => [choice, place + 1]));
      if (isNullable) codes.set(null, NULL.enum);
      return [
        (value) => {
          const code = codes.get(value);
          if (code === undefined) throw wrongFact(fact.name, value, fact);
          return code;
        },
      ];
    }
    case 'enumList':
      return Array.from({ length: lanesOf(fact) }, (_, lane) => listEncoder(fact, lane));
    case 'dateList':
      throw new TypeError(`fact ${fact.name} is a list of days`);
  }
};
