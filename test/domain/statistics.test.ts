import { describe, expect, test } from 'vitest';
import { addDays, countOpenDays } from '#app/domain/calendar.ts';
import { partsOf, periodAround, periodBeside, periodCode, periodFrom } from '#app/domain/reportPeriod.ts';
import {
  type OfficeRecords,
  openDayDistances,
  percentile,
  statisticsReport,
} from '#app/domain/statistics.ts';
import { officeCalendar } from '#rules/officeCalendar.ts';

const calendar = officeCalendar({ extraClosed: ['2026-12-11'], extraOpen: ['2026-12-12'] });

describe('A percentile by nearest rank', () => {
  test.each([
    [[], 50, null],
    [[7], 50, 7],
    [[7], 90, 7],
    [[4, 1], 50, 1],
    [[3, 1, 2], 50, 2],
    [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 90, 9],
    [[11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 90, 10],
    [[2, 2, 2, 100], 100, 100],
  ])('of %j at %i is %s', (values, percent, expected) => {
    expect(percentile(values, percent)).toBe(expected);
  });

  test('sorts numbers as numbers, and leaves the list as it was', () => {
    const values = [10, 9, 100];
    expect(percentile(values, 50)).toBe(10);
    expect(values).toEqual([10, 9, 100]);
  });
});

test('Open days over a range equal those counted one by one, on every pair of days around the year end', () => {
  const [first, last] = ['2026-12-01', '2027-01-15'];
  const distance = openDayDistances(calendar, first, last);
  for (let from = first; from <= last; from = addDays(from, 1))
    for (let until = first; until <= last; until = addDays(until, 1))
      expect(distance(from, until)).toBe(countOpenDays(from, until, calendar));
  expect(() => distance('2026-11-30', last)).toThrow(RangeError);
});

describe('A period', () => {
  test.each([
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-q1', '2026-04-01', '2026-06-30'],
    ['2026-q4', '2027-01-01', '2027-03-31'],
    ['2026-fy', '2026-04-01', '2027-03-31'],
  ])('%s is from %s until %s, and its code leads back to it', (code, from, until) => {
    const period = periodFrom(code);
    expect(period).toMatchObject({ from, until });
    expect(period && periodCode(period)).toBe(code);
  });

  test.each([
    '',
    '2026',
    '2026-00',
    '2026-13',
    '2026-q0',
    '2026-q5',
    '1999-04',
    '2050-01',
    'free',
    '2026-11 ',
  ])('%j is none', (code) => expect(periodFrom(code)).toBeNull());

  test.each([
    ['2026-03-31', '2025-q4', '2025-fy'],
    ['2026-04-01', '2026-q1', '2026-fy'],
    ['2026-12-31', '2026-q3', '2026-fy'],
  ] as const)('%s lies in %s and in %s', (day, quarter, year) => {
    expect(periodCode(periodAround('quarter', day))).toBe(quarter);
    expect(periodCode(periodAround('year', day))).toBe(year);
  });

  test.each([
    ['2026-01', '2025-12', '2026-02'],
    ['2026-q1', '2025-q4', '2026-q2'],
    ['2026-fy', '2025-fy', '2027-fy'],
  ])('%s stands between %s and %s', (code, before, after) => {
    const period = periodFrom(code);
    const beside = ([-1, 1] as const).map((by) => period && periodBeside(period, by));
    expect(beside.map((one) => one && periodCode(one))).toEqual([before, after]);
  });

  test('has its months as parts, clipped at both ends', () => {
    expect(partsOf({ from: '2026-01-30', until: '2026-03-01' })).toEqual([
      { from: '2026-01-30', until: '2026-01-31' },
      { from: '2026-02-01', until: '2026-02-28' },
      { from: '2026-03-01', until: '2026-03-01' },
    ]);
    expect(partsOf({ from: '2026-01-30', until: '2026-01-30' })).toHaveLength(1);
  });
});

describe('The figures of two months', () => {
  const nothing = { received: [0, 0], handled: [] };
  const records: OfficeRecords = {
    postings: {
      received: [3, 1],
      ends: { accepted: [2, 1], returned: [1, 0], refused: [0, 0] },
      handled: [
        { part: 0, from: '2026-11-20', until: '2026-11-24', hours: 100.26 },
        { part: 0, from: '2026-11-24', until: '2026-11-24', hours: null },
        { part: 1, from: '2026-12-10', until: '2026-12-14', hours: 96 },
      ],
    },
    changes: { ...nothing, ends: { accepted: [0, 0], returned: [0, 0], rejected: [0, 0] } },
    images: { ...nothing, ends: { published: [0, 0], returned: [0, 0] } },
    reasons: [
      { code: 'wage', count: 1 },
      { code: 'hours', count: 0 },
    ],
    templates: [],
    visits: { registered: [0, 0], late: [0, 0] },
    restrictions: { begun: [0, 0], released: [0, 0] },
    now: {
      queue: [
        { state: 'under_review', since: '2026-12-14' },
        { state: 'awaiting_visit', since: '2026-11-24' },
      ],
      overdueVisits: 1,
      restricted: 0,
    },
  };
  const report = statisticsReport(records, calendar, '2026-12-14');
  const row = (name: string) => report.postings.find((one) => one.name === name);

  test('have a rate of 差戻し among all decisions, and none where nothing was decided', () => {
    expect(row('returnRate')).toMatchObject({ parts: [33.3, 0], total: 25 });
    expect(report.changes.find(({ name }) => name === 'returnRate')).toMatchObject({
      parts: [null, null],
      total: null,
    });
  });

  test('count open days by the calendar of the office: closed on Friday 11th, open on Saturday 12th', () => {
    // 11/20 (Fri) to 11/24 (Tue): 11/23 is 勤労感謝の日. 12/10 (Thu) to 12/14 (Mon): the 12th and the 14th.
    expect(row('openDaysMedian')).toMatchObject({ parts: [0, 2], total: 1 });
    expect(row('openDaysP90')).toMatchObject({ parts: [1, 2], total: 2 });
  });

  test('leave out of the hours what only the days are known of', () => {
    expect(row('hoursMedian')).toMatchObject({ parts: [100.3, 96], total: 96 });
  });

  test('rank the reasons that were given, and lay the backlog into ranges', () => {
    expect(report.reasons).toEqual([{ code: 'wage', count: 1, share: 100 }]);
    expect(report.backlog).toMatchObject({ total: 2, median: 0, p90: 14, longest: 14 });
    expect(report.backlog.rows.filter(({ total }) => total > 0)).toEqual([
      { from: 0, until: 0, counts: { awaiting_visit: 0, under_review: 1, refusal_proposed: 0 }, total: 1 },
      { from: 11, until: 20, counts: { awaiting_visit: 1, under_review: 0, refusal_proposed: 0 }, total: 1 },
    ]);
    expect(report.empty).toBe(false);
  });
});
