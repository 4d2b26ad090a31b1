import { describe, expect, test } from 'vitest';
import {
  count,
  dateOfInstant,
  dayOfYear,
  eraDate,
  eraInstant,
  eraYear,
  longDate,
  phone,
  postalCode,
  shortDate,
  shortInstant,
  timeOfInstant,
  yen,
} from '#app/text/format.ts';

describe('dates as Japanese readers write them', () => {
  test('in full on screen, short in lists, by era on paper', () => {
    expect(longDate('2026-11-22')).toBe('2026年11月22日(日)（令和8年）');
    expect(dayOfYear('2026-12-04')).toBe('12月4日(金)');
    expect(shortDate('2026-11-22')).toBe('11/22(日)');
    expect(eraDate('2026-11-22')).toBe('令和8年11月22日');
  });

  test('an era begins on its first day and its first year is 元年', () => {
    expect(eraYear('2019-04-30')).toBe('平成31年');
    expect(eraYear('2019-05-01')).toBe('令和元年');
    expect(eraYear('1989-01-07')).toBe('昭和64年');
    expect(eraYear('1989-01-08')).toBe('平成元年');
  });

  test('a leap day has its weekday', () => {
    expect(shortDate('2024-02-29')).toBe('2/29(木)');
  });

  test('an instant is shown in Japan: midnight there is 15:00 UTC of the day before', () => {
    expect(dateOfInstant('2026-11-22T14:59:59.999Z')).toBe('2026-11-22');
    expect(dateOfInstant('2026-11-22T15:00:00.000Z')).toBe('2026-11-23');
    expect(timeOfInstant('2026-11-22T05:05:00.000Z')).toBe('14:05');
    expect(shortInstant('2026-11-22T15:00:00.000Z')).toBe('11/23(月) 00:00');
    expect(eraInstant('2026-11-22T05:05:00.000Z')).toBe('令和8年11月22日 14時05分');
  });
});

describe('money and numbers', () => {
  test('in groups of three', () => {
    expect(yen(0)).toBe('0円');
    expect(yen(999)).toBe('999円');
    expect(yen(1050)).toBe('1,050円');
    expect(yen(1234567)).toBe('1,234,567円');
    expect(count(51)).toBe('51件');
  });

  test('telephone numbers by their kind; what is no number stays as it is', () => {
    expect(phone('0570077450')).toBe('0570-077450');
    expect(phone('0120123456')).toBe('0120-123-456');
    expect(phone('0312345678')).toBe('03-1234-5678');
    expect(phone('09012345678')).toBe('090-1234-5678');
    expect(phone('12345')).toBe('12345');
    expect(postalCode('1000001')).toBe('〒100-0001');
  });
});
