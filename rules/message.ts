import type { CalendarDate } from '#app/domain/calendar.ts';
import type { FactValue } from '#app/domain/verdict.ts';
import type { FactDescription } from './facts.ts';

/** `{{name}}` or `{{name|hours}}`: a fact, `param.NAME` or `date.asOf`, and how its value is written. */
const HOLE = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g;

/** A hole of a message; `format` is null where the value is written as it is. */
export type Hole = { name: string; format: string | null };

/** Ways of writing a value: `hours` makes 8時間30分 of 510 minutes. */
export const formats: readonly string[] = ['hours'];

/** The holes of a message, in order. */
export const holesOf = (template: string): readonly Hole[] =>
  [...template.matchAll(HOLE)].map(([, name = '', format]) => ({ name, format: format ?? null }));

/** 2026-11-24 → 2026年11月24日 */
export const japaneseDate = (date: CalendarDate): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

const thousands = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** 510 → 8時間30分, 45 → 45分 */
export const hoursAndMinutes = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${hours === 0 ? '' : `${thousands(hours)}時間`}${rest === 0 && hours > 0 ? '' : `${rest}分`}`;
};

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

/** The same as a hole of that format asks for it; of a value that is not there, what its absence means. */
export const formatted = (value: FactValue, fact: FactDescription, format: Hole['format']): string =>
  format === 'hours' && typeof value === 'number' ? hoursAndMinutes(value) : worded(value, fact);

/** The message with every hole filled by the word for it. */
export const filled = (template: string, wordFor: (hole: Hole) => string): string =>
  template.replace(HOLE, (_, name: string, format?: string) => wordFor({ name, format: format ?? null }));
