import { describe, expect, test } from 'vitest';
import {
  closedReason,
  countOpenDays,
  lastOpenDayOnOrBefore,
  type OfficeCalendar,
} from '#app/domain/calendar.ts';

const holidays = new Map([
  ['2026-11-23', '勤労感謝の日'],
  ['2027-01-01', '元日'],
]);

const office: OfficeCalendar = {
  holidayName: (date) => holidays.get(date) ?? null,
  extraOpen: new Set(['2026-11-28']),
  extraClosed: new Map([['2026-11-25', '庁舎の停電のため']]),
};

describe('an office is closed', () => {
  test.each([
    ['2026-11-21', '土曜日'],
    ['2026-11-22', '日曜日'],
    ['2026-11-23', '勤労感謝の日'],
    ['2026-12-29', '年末年始'],
    ['2026-12-31', '年末年始'],
    ['2027-01-01', '元日'],
    ['2027-01-02', '年末年始'],
    ['2027-01-03', '年末年始'],
    ['2026-11-25', '庁舎の停電のため'],
  ])('on %s: %s', (date, reason) => {
    expect(closedReason(date, office)).toBe(reason);
  });

  test('on a day of its own even when it gives no reason', () => {
    const calendar = { ...office, extraClosed: new Set(['2026-11-26']) };
    expect(closedReason('2026-11-26', calendar)).toBe('ハローワークが定めた閉庁日');
  });

  test('when it closes a day it had opened', () => {
    const calendar = { ...office, extraClosed: new Map([['2026-11-28', '降雪のため']]) };
    expect(closedReason('2026-11-28', calendar)).toBe('降雪のため');
  });
});

test.each(['2026-11-24', '2026-12-28', '2027-01-04', '2026-11-28'])('the office is open on %s', (date) => {
  expect(closedReason(date, office)).toBeNull();
});

describe('the last open day on or before', () => {
  test('an open day is that day', () => {
    expect(lastOpenDayOnOrBefore('2026-11-24', office, '2026-11-01')).toEqual({
      date: '2026-11-24',
      closed: [],
    });
  });

  test('a holiday after a weekend is the Friday, with the closed days stepped over', () => {
    expect(lastOpenDayOnOrBefore('2026-11-23', office, '2026-11-01')).toEqual({
      date: '2026-11-20',
      closed: [
        { date: '2026-11-23', reason: '勤労感謝の日' },
        { date: '2026-11-22', reason: '日曜日' },
        { date: '2026-11-21', reason: '土曜日' },
      ],
    });
  });

  test('is nothing when the office does not open in that time', () => {
    expect(lastOpenDayOnOrBefore('2026-11-23', office, '2026-11-21')).toBeNull();
  });
});

describe('open days still left', () => {
  test('start tomorrow and include the last one', () => {
    expect(countOpenDays('2026-11-24', '2026-12-08', office)).toBe(10);
  });

  test('are none on the day itself and after it', () => {
    expect(countOpenDays('2026-11-24', '2026-11-24', office)).toBe(0);
    expect(countOpenDays('2026-11-24', '2026-11-20', office)).toBe(0);
  });
});
