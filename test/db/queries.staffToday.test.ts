import { beforeEach, expect, test } from 'vitest';
import type { Posting } from '#app/domain/posting.ts';
import { staffCounts } from '#db/queries/staffCounts.ts';
import { staffToday } from '#db/queries/staffToday.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { openOffice, type World } from '#test/support/world.ts';

describeOnEveryDatabase('The page 今日 with one posting due 2026-12-08', (open) => {
  let database: TestDatabase;
  let office: World;
  let pending: Posting;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    pending = await office.submitted(employer, await office.filledIn(employer));
  });

  const boxes = async (day: string, by = office.staff.clerk) => {
    const { dueToday, overdue, waiting, nextDueDays } = await staffToday(database.reader, by, day);
    return { due: dueToday.total, overdue: overdue.total, waiting: waiting.total, nextDueDays };
  };
  const none = { due: 0, overdue: 0, waiting: 0, nextDueDays: [] };

  test('announces it the day before', async () => {
    expect(await boxes('2026-12-07')).toEqual({ ...none, nextDueDays: [{ date: '2026-12-08', count: 1 }] });
  });

  test('shows it as due on the day, in the header too', async () => {
    expect(await boxes('2026-12-08')).toEqual({ ...none, due: 1 });
    expect(await staffCounts(database.reader, office.staff.clerk, '2026-12-08')).toEqual({
      reviews: 0,
      images: 0,
      visits: 1,
      dueToday: 1,
      refusals: 0,
    });
  });

  test('shows it as overdue the day after', async () => {
    expect(await boxes('2026-12-09')).toEqual({ ...none, overdue: 1 });
  });

  test('has it among what waits for review once the visit is made', async () => {
    await office.visited(pending, '2026-11-24');
    expect(await boxes('2026-12-08')).toEqual({ ...none, waiting: 1 });
  });

  test('is empty at another office', async () => {
    expect(await boxes('2026-12-08', office.staff.neighbour)).toEqual(none);
  });
});
