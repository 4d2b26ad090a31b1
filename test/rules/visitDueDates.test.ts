import { describe, expect, test } from 'vitest';
import { addDays, isOpenDay } from '#app/domain/calendar.ts';
import { officeCalendar } from '#rules/officeCalendar.ts';
import { decideVisit, dueDateFor, ordinary } from './support.ts';

const ownDays = (days: Partial<typeof ordinary.officeCalendar>) => ({ ...ordinary.officeCalendar, ...days });

describe('来庁期限: 14 days after the application, on the last open day by then', () => {
  test.each([
    ['an open 14th day stays', '2026-11-02', '2026-11-16'],
    [
      'こどもの日 after 憲法記念日 and みどりの日 goes back to before the holidays',
      '2026-04-21',
      '2026-05-01',
    ],
    ['国民の休日 between 敬老の日 and 秋分の日 goes back to the Friday', '2026-09-08', '2026-09-18'],
    ['勤労感謝の日 on a Monday goes back to the Friday', '2026-11-09', '2026-11-20'],
    ['振替休日 goes back as well', '2024-07-29', '2024-08-09'],
    ['28 December is the last open day of the year', '2026-12-14', '2026-12-28'],
    ['29 December goes back to it', '2026-12-15', '2026-12-28'],
    ['1 January goes back to it', '2026-12-18', '2026-12-28'],
    ['3 January goes back to it', '2026-12-20', '2026-12-28'],
    ['4 January is open', '2026-12-21', '2027-01-04'],
    ['a year end whose 28th is a Sunday goes back to the 26th', '2025-12-20', '2025-12-26'],
    ['a 4 January that is a Sunday goes back across the whole New Year', '2025-12-21', '2025-12-26'],
    ['the leap day counts as a day', '2024-02-15', '2024-02-29'],
  ])('%s', async (_, asOf, dueDate) => {
    expect(await dueDateFor(asOf)).toBe(dueDate);
  });

  test("the office's own closing goes back further", async () => {
    expect(await dueDateFor('2026-11-24', ownDays({ extraClosed: ['2026-12-08'] }))).toBe('2026-12-07');
    expect(await dueDateFor('2026-11-24', ownDays({ extraClosed: ['2026-12-08', '2026-12-07'] }))).toBe(
      '2026-12-04',
    );
  });

  test("the office's own opening keeps a Saturday, a holiday or a day of New Year", async () => {
    expect(await dueDateFor('2026-11-28', ownDays({ extraOpen: ['2026-12-12'] }))).toBe('2026-12-12');
    expect(await dueDateFor('2026-11-09', ownDays({ extraOpen: ['2026-11-23'] }))).toBe('2026-11-23');
    expect(await dueDateFor('2026-12-17', ownDays({ extraOpen: ['2026-12-29'] }))).toBe('2026-12-29');
  });

  test('closings and openings in other weeks change nothing', async () => {
    const days = ownDays({ extraOpen: ['2026-12-19'], extraClosed: ['2026-12-09'] });
    expect(await dueDateFor('2026-11-24', days)).toBe('2026-12-08');
  });

  test('the verdict says which closed days were stepped over, and why', async () => {
    const verdict = await decideVisit({ asOf: '2026-09-08', history: [] });
    expect(verdict.dueDateBasis).toEqual({
      from: '2026-09-08',
      days: 14,
      rawDate: '2026-09-22',
      closed: [
        { date: '2026-09-22', reason: '国民の休日' },
        { date: '2026-09-21', reason: '敬老の日' },
        { date: '2026-09-20', reason: '日曜日' },
        { date: '2026-09-19', reason: '土曜日' },
      ],
    });
  });

  test('for each day of six years: open, never later than the 14th day, and every day after it closed', async () => {
    const calendar = officeCalendar(ordinary.officeCalendar);
    for (let asOf = '2023-01-01'; asOf < '2029-01-01'; asOf = addDays(asOf, 1)) {
      const due = (await dueDateFor(asOf)) ?? '';
      const raw = addDays(asOf, 14);
      let day = due;
      while (day < raw) {
        day = addDays(day, 1);
        if (isOpenDay(day, calendar)) throw new Error(`${asOf}: ${due} although ${day} is open`);
      }
      if (due > raw || !isOpenDay(due, calendar)) throw new Error(`${asOf}: ${due}`);
    }
  }, 120_000);
});
