import { describe, expect, test } from 'vitest';
import { isWrittenOtherwise, parseDate, parseTime } from '#app/forms/dateTime.ts';

describe('a date can be written in many ways', () => {
  test.each([
    '2026-11-22',
    '2026/11/22',
    '2026.11.22',
    '20261122',
    '２０２６／１１／２２',
    '２０２６１１２２',
    '2026ー11ー22',
    '2026年11月22日',
    ' 2026 - 11 - 22 ',
    'R8.11.22',
    'r8/11/22',
    'Ｒ８．１１．２２',
    'R08-11-22',
    '令和8年11月22日',
    '令和８年１１月２２日',
    '㋿8年11月22日',
  ])('%j is 22 November 2026', (typed) => {
    expect(parseDate(typed)).toEqual({ date: '2026-11-22' });
  });

  test('the first year of an era may be called 元年', () => {
    expect(parseDate('令和元年5月1日')).toEqual({ date: '2019-05-01' });
    expect(parseDate('平成元年1月8日')).toEqual({ date: '1989-01-08' });
  });

  test.each([
    ['昭和64年1月7日', '1989-01-07'],
    ['平成1年1月8日', '1989-01-08'],
    ['平成31年4月30日', '2019-04-30'],
    ['令和1年5月1日', '2019-05-01'],
    ['大正15年12月24日', '1926-12-24'],
    ['昭和1年12月25日', '1926-12-25'],
    ['明治45年7月29日', '1912-07-29'],
    ['大正1年7月30日', '1912-07-30'],
  ])('%s, at the border of an era, is %s', (typed, date) => {
    expect(parseDate(typed)).toEqual({ date });
  });

  test.each([
    ['昭和64年1月8日', '昭和'],
    ['平成1年1月7日', '平成'],
    ['平成31年5月1日', '平成'],
    ['平成32年1月1日', '平成'],
    ['令和1年4月30日', '令和'],
  ])('%s is outside its era', (typed, era) => {
    expect(parseDate(typed)).toEqual({ problem: 'date-outside-era', era });
  });

  test('29 February exists in leap years only', () => {
    expect(parseDate('2024-2-29')).toEqual({ date: '2024-02-29' });
    expect(parseDate('令和6年2月29日')).toEqual({ date: '2024-02-29' });
    expect(parseDate('2026-2-29')).toEqual({ problem: 'no-such-date' });
    expect(parseDate('2100-2-29')).toEqual({ problem: 'no-such-date' });
  });

  test.each(['2026-13-01', '20260431', '2026-00-10', 'R0.5.1', '0000-01-01'])(
    '%j is not in the calendar',
    (typed) => {
      expect(parseDate(typed)).toEqual({ problem: 'no-such-date' });
    },
  );

  test.each([
    '',
    'あした',
    '26/11/22',
    '11/22',
    '2026-11',
    '2026年',
    'X8.11.22',
    '2026-11-22T00:00',
    '20261122 '.repeat(2),
  ])('%j is not a date', (typed) => {
    expect(parseDate(typed)).toEqual({ problem: 'not-a-date' });
  });
});

describe('a time can be written in many ways', () => {
  test.each([
    ['9:00', '09:00'],
    ['9', '09:00'],
    ['９時', '09:00'],
    ['9時5分', '09:05'],
    ['9時半', '09:30'],
    ['0900', '09:00'],
    ['900', '09:00'],
    ['１７：３０', '17:30'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
    ['24:00', '00:00'],
  ])('%j is %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time);
  });

  test.each(['', '24:01', '25:00', '9:60', '9:5', '九時', '9:00-17:00', '-1', '12345'])(
    '%j is not a time',
    (typed) => {
      expect(parseTime(typed)).toBeNull();
    },
  );
});

test('eras, full width and 24:00 are told to the user, separators are not', () => {
  expect(['R8.11.22', '２０２６', '９時', '24:00'].every(isWrittenOtherwise)).toBe(true);
  expect(['2026/11/22', '2026年11月22日', '9時30分', '0900'].some(isWrittenOtherwise)).toBe(false);
});
