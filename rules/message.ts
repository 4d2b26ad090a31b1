import type { CalendarDate } from '#app/domain/calendar.ts';
import type { FactValue } from '#app/domain/verdict.ts';
import type { FactDescription } from './facts.ts';

/** `{{name}}`: a fact, `param.NAME` or `date.asOf`. */
const HOLE = /\{\{([^{}]*)\}\}/g;

/** The names in the holes of a message, in order. */
export const holesOf = (template: string): readonly string[] =>
  [...template.matchAll(HOLE)].map((match) => match[1] ?? '');

/** 2026-11-24 → 2026年11月24日 */
export const japaneseDate = (date: CalendarDate): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

const thousands = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** A value in the words of its fact: dates and figures as they are read, choices by label, null by what it means. */
export const worded = (value: FactValue, fact: FactDescription): string => {
  if (value === null) return fact.whenNull ?? '';
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ';
  if (typeof value === 'number') return thousands(value);
  if (typeof value === 'object') {
    return value
      .map((item) => (fact.type === 'dateList' ? japaneseDate(item) : (fact.choices?.[item] ?? item)))
      .join('、');
  }
  return fact.type === 'date' ? japaneseDate(value) : (fact.choices?.[value] ?? value);
};

/** The message with every hole filled by the word for its name. */
export const filled = (template: string, wordFor: (name: string) => string): string =>
  template.replace(HOLE, (_, name: string) => wordFor(name));
