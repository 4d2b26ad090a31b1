import { describe, expect, test } from 'vitest';
import {
  addDays,
  type CalendarDate,
  compareDates,
  daysBetween,
  endOfMonth,
  isCalendarDate,
  lastDayOfPeriod,
  minusPeriod,
  type Period,
  parseCalendarDate,
  plusMonths,
  weekday,
} from '#app/domain/calendar.ts';

const year: Period = { count: 1, unit: 'years' };
const fiveYears: Period = { count: 5, unit: 'years' };

const everyDay = (from: CalendarDate, until: CalendarDate): CalendarDate[] =>
  Array.from({ length: daysBetween(from, until) + 1 }, (_, index) => addDays(from, index));

describe('a calendar date', () => {
  test.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  test.each(['2023-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '0000-01-01'])(
    '%s does not exist',
    (text) => {
      expect(isCalendarDate(text)).toBe(false);
      expect(() => parseCalendarDate(text)).toThrow(RangeError);
    },
  );

  test.each([
    '2026-2-9',
    '2026/02/09',
    '20260209',
    '2026-02-09T00:00:00Z',
    ' 2026-02-09',
    '+002026-02-09',
    '',
    null,
    20260209,
    new Date(0),
  ])('%j is not a date at all', (value) => {
    expect(isCalendarDate(value)).toBe(false);
  });

  test('days are added across months, leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2027-01-03', -14)).toBe('2026-12-20');
  });

  test('days beyond the calendar are refused', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError);
  });

  test('a month later has the same day, or is the last of its month', () => {
    expect(plusMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(plusMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(plusMonths('2026-11-15', 2)).toBe('2027-01-15');
    expect(plusMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(plusMonths('2026-01-15', -13)).toBe('2024-12-15');
  });

  test('a posting accepted in December is valid to the end of February (受理した月の翌々月末)', () => {
    expect(endOfMonth(plusMonths('2026-12-28', 2))).toBe('2027-02-28');
    expect(endOfMonth(plusMonths('2027-12-01', 2))).toBe('2028-02-29');
    expect(endOfMonth(plusMonths('2026-04-30', 2))).toBe('2026-06-30');
    expect(endOfMonth(plusMonths('2026-04-01', 2))).toBe('2026-06-30');
  });

  test('the day of the week is known', () => {
    expect(weekday('2026-11-22')).toBe(0);
    expect(weekday('2026-11-24')).toBe(2);
    expect(weekday('2026-11-28')).toBe(6);
  });

  test('dates sort by day', () => {
    expect(['2026-10-01', '2025-12-31', '2026-02-01'].toSorted(compareDates)).toEqual([
      '2025-12-31',
      '2026-02-01',
      '2026-10-01',
    ]);
  });
});

describe('a period of the Civil Code (arts. 140, 141, 143)', () => {
  test('the day of the event is not counted', () => {
    expect(lastDayOfPeriod('2026-11-02', { count: 14, unit: 'days' })).toBe('2026-11-16');
    expect(lastDayOfPeriod('2026-11-02', { count: 3, unit: 'weeks' })).toBe('2026-11-23');
  });

  test('a year ends with the corresponding day', () => {
    expect(lastDayOfPeriod('2025-11-24', year)).toBe('2026-11-24');
  });

  test('a year from the leap day ends on 28 February', () => {
    expect(lastDayOfPeriod('2024-02-29', year)).toBe('2025-02-28');
    expect(lastDayOfPeriod('2024-02-29', fiveYears)).toBe('2029-02-28');
  });

  test('a year from 28 February into a leap year keeps the leap day', () => {
    expect(lastDayOfPeriod('2023-02-28', year)).toBe('2024-02-29');
    expect(lastDayOfPeriod('2019-02-28', fiveYears)).toBe('2024-02-29');
  });

  test('a month without the corresponding day ends with its last day', () => {
    expect(lastDayOfPeriod('2026-01-30', { count: 1, unit: 'months' })).toBe('2026-02-28');
    expect(lastDayOfPeriod('2026-01-31', { count: 1, unit: 'months' })).toBe('2026-02-28');
  });

  test.each<Period>([
    { count: 14, unit: 'days' },
    { count: 31, unit: 'days' },
    { count: 3, unit: 'weeks' },
    { count: 1, unit: 'months' },
    { count: 2, unit: 'months' },
    year,
    fiveYears,
  ])('"D < asOf − %j" says exactly whether the period since D has elapsed', (period) => {
    for (const event of everyDay('2019-01-01', '2025-03-05')) {
      const last = lastDayOfPeriod(event, period);
      for (const asOf of [-2, -1, 0, 1, 2].map((days) => addDays(last, days))) {
        const elapsed = compareDates(asOf, last) > 0;
        if (compareDates(event, minusPeriod(asOf, period)) < 0 !== elapsed) {
          throw new Error(`${event} and ${asOf} disagree`);
        }
      }
    }
  });

  test('a negative length is refused', () => {
    expect(() => minusPeriod('2026-01-01', { count: -1, unit: 'days' })).toThrow(RangeError);
  });
});
