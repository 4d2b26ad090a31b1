import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { addDays } from '#app/domain/calendar.ts';
import { holidayName, holidayYears } from '#rules/officeCalendar.ts';

/** Computes holidays from the law instead of reading a table; the package has no types of its own. */
const computed = createRequire(import.meta.url)('japanese-holidays') as {
  isHolidayAt(date: Date): string | undefined;
};

describe('the holiday table', () => {
  test('names the same days of 2020 to 2040 as a calculation from the law', () => {
    for (let date = '2020-01-01'; date <= '2040-12-31'; date = addDays(date, 1)) {
      const isHoliday = computed.isHolidayAt(new Date(`${date}T12:00:00+09:00`)) !== undefined;
      if ((holidayName(date) !== null) !== isHoliday) throw new Error(`the tables differ on ${date}`);
    }
  });

  test.each([
    ['2026-09-22', '国民の休日'],
    ['2026-05-06', '振替休日'],
    ['2027-01-01', '元日'],
    ['2026-11-24', null],
  ])('%s is %s', (date, name) => {
    expect(holidayName(date)).toBe(name);
  });

  test('says nothing about years it does not cover', () => {
    expect(holidayYears).toEqual({ first: 1970, last: 2050 });
    expect(() => holidayName('2051-01-01')).toThrow('the holiday table covers 1970 to 2050');
    expect(() => holidayName('1969-12-31')).toThrow(RangeError);
  });
});
