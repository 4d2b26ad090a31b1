import { expect, test } from 'vitest';
import { demoOffice } from '#fixtures/demo.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

/** Submitted on (JST) → 来庁期限; domain.md §4 and the office's own days. */
const dueDates: readonly (readonly [submitted: string, due: string, why: string])[] = [
  ['2026-04-21T09:00:00+09:00', '2026-05-01', 'the 14th day, 5/5, lies in the holidays from 5/2'],
  ['2026-09-08T09:00:00+09:00', '2026-09-18', '9/22 is 国民の休日 between two holidays'],
  ['2026-11-02T09:00:00+09:00', '2026-11-16', 'the 14th day is an ordinary Monday'],
  ['2026-11-09T09:00:00+09:00', '2026-11-20', '11/23 is 勤労感謝の日, and a weekend stands before it'],
  ['2026-12-15T09:00:00+09:00', '2026-12-28', '12/29 is the first day of the year-end'],
  ['2026-12-20T09:00:00+09:00', '2026-12-28', '1/3 is the last day of the year-end'],
  ['2026-12-21T09:00:00+09:00', '2027-01-04', '1/4 is open again'],
  ['2026-11-24T23:59:59+09:00', '2026-12-08', 'the day is counted in Japan, to its last second'],
  ['2026-11-25T00:00:00+09:00', '2026-12-09', 'and from its first'],
];

describeOnEveryDatabase('The due date of a visit', (open) => {
  test.each(dueDates)('submitted %s, it is %s: %s', async (submitted, due) => {
    const office = await openOffice(await open(), submitted);
    const employer = await office.openedAtCounter();
    expect(await office.submitted(employer, await office.filledIn(employer))).toMatchObject({ dueDate: due });
  });

  test("steps back over the office's own closed day, and stops at its own open Saturday", async () => {
    const office = await openOffice(await open(), '2026-11-24T09:00:00+09:00');
    await office.stores.offices.saveDay(demoOffice.id, {
      date: '2026-12-08',
      opening: 'closed',
      reason: '設備点検（見本）',
    });
    await office.stores.offices.saveDay(demoOffice.id, {
      date: '2026-12-12',
      opening: 'open',
      reason: '臨時開庁（見本）',
    });
    await office.stores.offices.saveDay(demoOffice.id, {
      date: '2026-12-13',
      opening: 'placement',
      reason: '職業紹介のみ（見本）',
    });
    const employer = await office.openedAtCounter();
    const closedDay = await office.submitted(employer, await office.filledIn(employer));
    expect(closedDay.dueDate).toBe('2026-12-07');

    office.clock.moveTo('2026-11-29T09:00:00+09:00');
    const openSaturday = await office.submitted(employer, await office.filledIn(employer));
    expect(openSaturday.dueDate).toBe('2026-12-12');
  });
});
