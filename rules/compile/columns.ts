import { type CalendarDate, parseCalendarDate } from '#app/domain/calendar.ts';
import type { Facts } from '#app/domain/verdict.ts';
import type { FactDescription } from '#rules/facts.ts';
import { own } from '#rules/ruleset.ts';
import { dateNumbers, encodersOf } from './values.ts';

type Numbers = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

/** The values of one fact, case after case (see values.ts); of a list of days, the days of all cases and where each ends. */
export type Column =
  | { kind: 'numbers'; lanes: readonly Numbers[] }
  | { kind: 'days'; days: Int32Array; ends: Uint32Array };

/**
 * Many cases of one kind of situation, held in columns. They belong to the kind and not to a rule set: whatever version
 * judges them, they are read once.
 */
export type CaseColumns = {
  length(): number;
  /** Adds one case. @throws TypeError naming a fact that is missing or not of its type; the case is then not added. */
  add(asOf: CalendarDate, facts: Facts): void;
  /** @throws Error when the columns have no such fact. */
  column(fact: string): Column;
  /** Every day of judgement that occurs, and which of them each case was judged on. */
  days(): readonly CalendarDate[];
  dayOfCase(): Uint32Array;
};

/** A typed array that grows. */
const growing = <Kind extends Numbers>(make: (length: number) => Kind) => {
  let numbers = make(1024);
  return {
    set: (index: number, value: number): void => {
      if (index >= numbers.length) {
        const larger = make(Math.max(index + 1, numbers.length * 2));
        larger.set(numbers);
        numbers = larger;
      }
      numbers[index] = value;
    },
    numbers: (length: number): Kind => numbers.subarray(0, length) as Kind,
  };
};

const int32 = () => growing((length) => new Int32Array(length));
const uint32 = () => growing((length) => new Uint32Array(length));

const arrayFor = ({ type, choices = {} }: FactDescription): (() => ReturnType<typeof growing<Numbers>>) => {
  switch (type) {
    case 'boolean':
      return () => growing<Numbers>((length) => new Uint8Array(length));
    case 'integer':
      return () => growing<Numbers>((length) => new Float64Array(length));
    case 'enum':
      return Object.keys(choices).length < 256
        ? () => growing<Numbers>((length) => new Uint8Array(length))
        : () => growing<Numbers>((length) => new Uint16Array(length));
    default:
      return () => growing<Numbers>((length) => new Int32Array(length));
  }
};

/** Writes the cases of one fact and shows them as a column. */
type Writer = { write(index: number, facts: Facts): void; column(length: number): Column };

const numberWriter = (fact: FactDescription & { name: string }): Writer => {
  const make = arrayFor(fact);
  const lanes = encodersOf(fact).map((encode) => ({ encode, held: make() }));
  return {
    write: (index, facts) => {
      const value = own(facts, fact.name);
      for (const { encode, held } of lanes) held.set(index, encode(value));
    },
    column: (length) => ({ kind: 'numbers', lanes: lanes.map(({ held }) => held.numbers(length)) }),
  };
};

const daysWriter = (fact: FactDescription & { name: string }): Writer => {
  const days = int32();
  const ends = uint32();
  return {
    write: (index, facts) => {
      const start = index === 0 ? 0 : (ends.numbers(index)[index - 1] ?? 0);
      const dates = dateNumbers(fact, own(facts, fact.name));
      for (const [place, date] of dates.entries()) days.set(start + place, date);
      ends.set(index, start + dates.length);
    },
    column: (length) => {
      const total = length === 0 ? 0 : (ends.numbers(length)[length - 1] ?? 0);
      return { kind: 'days', days: days.numbers(total), ends: ends.numbers(length) };
    },
  };
};

/** Empty columns for these facts; name only those that will be looked at when the kind has many. */
export const caseColumns = (
  facts: ReadonlyMap<string, FactDescription>,
  names: readonly string[] = [...facts.keys()],
): CaseColumns => {
  const writers = new Map(
    names.map((name) => {
      const description = facts.get(name);
      if (!description) throw new Error(`no such fact: ${name}`);
      const fact = { ...description, name };
      return [name, fact.type === 'dateList' ? daysWriter(fact) : numberWriter(fact)];
    }),
  );
  const each = [...writers.values()];
  const days = new Map<CalendarDate, number>();
  const dayOfCase = uint32();
  let length = 0;
  return {
    length: () => length,
    add: (asOf, values) => {
      const day = days.get(asOf) ?? days.size;
      if (day === days.size) days.set(parseCalendarDate(asOf), day);
      for (const writer of each) writer.write(length, values);
      dayOfCase.set(length, day);
      length += 1;
    },
    column: (name) => {
      const writer = writers.get(name);
      if (!writer) throw new Error(`the columns have no fact ${name}`);
      return writer.column(length);
    },
    days: () => [...days.keys()],
    dayOfCase: () => dayOfCase.numbers(length),
  };
};
