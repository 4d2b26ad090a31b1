import { type CalendarDate, isCalendarDate } from '#app/domain/calendar.ts';
import { compact } from './normalise.ts';

/** Eras of the Japanese calendar by their first day; each ends the day before the next begins. */
const eras = [
  { name: '令和', letter: 'R', from: '2019-05-01' },
  { name: '平成', letter: 'H', from: '1989-01-08' },
  { name: '昭和', letter: 'S', from: '1926-12-25' },
  { name: '大正', letter: 'T', from: '1912-07-30' },
  { name: '明治', letter: 'M', from: '1868-10-23' },
] as const;

export type ParsedDate =
  | { date: CalendarDate }
  | { problem: 'not-a-date' | 'no-such-date' }
  | { problem: 'date-outside-era'; era: string };

const western = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/;
const japanese = /^(明治|大正|昭和|平成|令和|[MTSHR])(\d{1,2}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/i;

/** `2026-11-22` from its numbers, or null when the calendar has no such day. */
function dateOf(year: number, month: string, day: string): CalendarDate | null {
  const text = `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(text) ? text : null;
}

/**
 * A date as people write it, any width: 2026-11-22, 2026/11/22, 20261122, R8.11.22, 令和8年11月22日, 令和元年….
 * A day outside its era (令和1年4月30日, 平成32年…) is a mistake and named as one.
 */
export function parseDate(text: string): ParsedDate {
  const folded = compact(text);

  const plain = western.exec(folded);
  if (plain !== null) {
    const [, year = '', month, day, joinedMonth, joinedDay] = plain;
    const date = dateOf(Number(year), month ?? joinedMonth ?? '', day ?? joinedDay ?? '');
    return date === null ? { problem: 'no-such-date' } : { date };
  }

  const dated = japanese.exec(folded);
  if (dated === null) return { problem: 'not-a-date' };
  const [, name = '', yearText = '', month = '', day = ''] = dated;
  const index = eras.findIndex((era) => era.name === name || era.letter === name.toUpperCase());
  const era = eras[index];
  if (era === undefined) return { problem: 'not-a-date' };
  const eraYear = yearText === '元' ? 1 : Number(yearText);
  const date = dateOf(Number(era.from.slice(0, 4)) + eraYear - 1, month, day);
  if (date === null || eraYear === 0) return { problem: 'no-such-date' };
  const next = eras[index - 1];
  const within = era.from <= date && (next === undefined || date < next.from);
  return within ? { date } : { problem: 'date-outside-era', era: era.name };
}

const clockFace = /^(\d{1,2})(?::(\d{2})|時(?:(\d{1,2})分|(半))?)?$/;
const joinedClock = /^(\d{1,2})(\d{2})$/;

/** A time as people write it, any width: 9:00, ９時, 9時半, 0900, 900. 24:00 is 00:00. null when it is none. */
export function parseTime(text: string): string | null {
  const folded = compact(text);
  const face = clockFace.exec(folded);
  const joined = joinedClock.exec(folded);
  let hour: number;
  let minute: number;
  if (face !== null) {
    const [, hours = '', colon, minutes, half] = face;
    hour = Number(hours);
    minute = half === undefined ? Number(colon ?? minutes ?? 0) : 30;
  } else if (joined !== null) {
    hour = Number(joined[1]);
    minute = Number(joined[2]);
  } else {
    return null;
  }
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return `${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Whether a date or time was typed in an era, in full width or otherwise unlike what it became. */
export const isWrittenOtherwise = (text: string): boolean =>
  /[^0-9\-/.:年月日時分\s]/.test(text) || text.trim() === '24:00';
