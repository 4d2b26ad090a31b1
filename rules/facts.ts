import { isCalendarDate } from '#app/domain/calendar.ts';
import type { FactValue } from '#app/domain/verdict.ts';

/** A `dateList` is in ascending order and may name a day several times; it is looked at by `dates.countBefore` only. */
export type FactType = 'boolean' | 'integer' | 'date' | 'enum' | 'enumList' | 'dateList';

/** What the catalogue knows about a fact, whatever situation it is built from. */
export type FactDescription = {
  type: FactType;
  /** The word the people at the counter use for it. */
  label: string;
  /** Of an integer that counts minutes: 510 is said as 8時間30分. */
  unit?: 'minutes';
  /** Of an enum or enumList: value → Japanese label. */
  choices?: Readonly<Record<string, string>>;
  /** Present when the fact may be null: what null means, in Japanese. */
  whenNull?: string;
  /** The record and column, or the form field, the value comes from. */
  origin: string;
  /** Known to the counter only: a reason that rests on it is not explained to an employer. */
  staffOnly?: true;
};

/** A fact with the pure function that builds it. */
export type FactDefinition<Situation> = FactDescription & { build(situation: Situation): FactValue };

const isAscending = (days: readonly unknown[]): boolean =>
  days.every(
    (day, index) => isCalendarDate(day) && (index === 0 || String(days[index - 1] ?? '') <= String(day)),
  );

/** Whether a value, whatever it comes from, is of the fact's declared type. */
export const fitsFact = (value: unknown, fact: FactDescription): boolean => {
  if (value === null) return fact.whenNull !== undefined;
  const isChoice = (text: unknown): boolean =>
    typeof text === 'string' && fact.choices !== undefined && Object.hasOwn(fact.choices, text);
  switch (fact.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isSafeInteger(value);
    case 'date':
      return isCalendarDate(value);
    case 'enum':
      return isChoice(value);
    case 'enumList':
      return Array.isArray(value) && value.every(isChoice);
    case 'dateList':
      return Array.isArray(value) && isAscending(value);
  }
};

/** The error for a value that is not of its fact's declared type. */
export const wrongFact = (name: string, value: unknown, { type }: FactDescription): TypeError =>
  new TypeError(`fact ${name} must be ${type}, not ${JSON.stringify(value)}`);

/** The value, once it is known to be of the fact's declared type. @throws TypeError naming the fact otherwise. */
export const checkedFact = (name: string, value: FactValue | undefined, fact: FactDescription): FactValue => {
  if (value === undefined || !fitsFact(value, fact)) throw wrongFact(name, value, fact);
  return typeof value === 'object' && value !== null ? Object.freeze([...value]) : value;
};
