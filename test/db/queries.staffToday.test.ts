import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { Posting } from '#app/domain/posting.ts';
import { beginReview } from '#app/procedures/posting/beginReview.ts';
import { assignItems } from '#app/procedures/queue/assign.ts';
import { staffCounts } from '#db/queries/staffCounts.ts';
import { staffToday } from '#db/queries/staffToday.ts';
import { todaySheet } from '#db/queries/todaySheet.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

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

  const now = () => office.clock.now().toISOString();
  const shown = (day: string, by = office.staff.clerk) => staffToday(database.reader, by, day, now());
  const boxes = async (day: string, by = office.staff.clerk) => {
    const { dueToday, overdue, expected, nextDue } = await shown(day, by);
    return { due: dueToday.total, overdue: overdue.total, expected: expected.total, nextDue };
  };
  const none = { due: 0, overdue: 0, expected: 0, nextDue: null };

  test('announces it the day before', async () => {
    const nextDue = { date: '2026-12-08', count: 1 };
    expect(await boxes('2026-12-07')).toEqual({ ...none, expected: 1, nextDue });
  });

  test('shows it as due on the day, in the header too', async () => {
    expect(await boxes('2026-12-08')).toEqual({ ...none, due: 1 });
    expect(await staffCounts(database.reader, office.staff.clerk, '2026-12-08', now())).toEqual({
      reviews: 0,
      changes: 0,
      images: 0,
      visits: 1,
      dueToday: 1,
    });
    expect((await todaySheet(database.reader, office.staff.clerk, '2026-12-08', now())).due).toHaveLength(1);
  });

  test('shows it as overdue the day after', async () => {
    expect(await boxes('2026-12-09')).toEqual({ ...none, overdue: 1 });
  });

  test('has the visit among those of the day it was made, and of no other', async () => {
    await office.visited(pending, '2026-11-24');
    expect((await shown('2026-11-24')).visited).toMatchObject({
      total: 1,
      first: [{ establishmentId: pending.establishmentId }],
    });
    expect((await shown('2026-11-25')).visited.total).toBe(0);
    expect(await boxes('2026-12-08')).toEqual(none);
  });

  test('has what I review as long as I review it, and what was given to me for good', async () => {
    const { clerk, otherClerk } = office.staff;
    granted(await office.perform(beginReview, clerk, { postingId: pending.id, version: pending.version }));
    const items = [{ type: 'posting' as const, id: pending.id }];
    granted(await office.perform(assignItems, clerk, { items, staffId: otherClerk.id }));
    const mine = async (by: typeof clerk) => {
      const { claimed, assigned } = await shown('2026-11-24', by);
      return [claimed.total, assigned.total];
    };
    expect(await mine(clerk)).toEqual([1, 0]);
    expect(await mine(otherClerk)).toEqual([0, 1]);
    office.clock.moveOn(10 * 60_000);
    expect(await mine(clerk)).toEqual([0, 0]);
    expect(await mine(otherClerk)).toEqual([0, 1]);
  });

  test('has a restriction of the last seven days', async () => {
    await office.stores.restrictions.insert({
      id: randomUUID(),
      establishmentId: pending.establishmentId,
      officeId: pending.officeId,
      begunOn: '2026-11-20',
      verdictId: null,
      released: null,
    });
    expect((await shown('2026-11-26')).restrictions).toMatchObject({
      total: 1,
      first: [{ begunOn: '2026-11-20', releasedOn: null }],
    });
    expect((await shown('2026-11-27')).restrictions.total).toBe(0);
    expect((await shown('2026-11-26', office.staff.neighbour)).restrictions.total).toBe(0);
  });

  test('has what I opened last, each record once and none of another office', async () => {
    const { clerk } = office.staff;
    const look = (screen: string, subjectId: string, at: string) =>
      office.stores.views.insert({
        id: randomUUID(),
        at,
        actorId: clerk.id,
        officeId: clerk.officeId,
        screen,
        subjectId,
      });
    await look('review', pending.id, '2026-11-24T01:00:00.000Z');
    await look('establishment.card', pending.establishmentId, '2026-11-24T01:01:00.000Z');
    await look('review.accept', pending.id, '2026-11-24T01:02:00.000Z');
    await look('review', pending.id, '2026-11-24T01:03:00.000Z');
    await look('review', randomUUID(), '2026-11-24T01:04:00.000Z');
    const { opened } = await shown('2026-11-24');
    expect(opened.map(({ screen, id }) => [screen, id])).toEqual([
      ['review', pending.id],
      ['establishment.card', pending.establishmentId],
    ]);
    expect((await shown('2026-11-24', office.staff.otherClerk)).opened).toEqual([]);
  });

  test('is empty at another office', async () => {
    expect(await boxes('2026-12-08', office.staff.neighbour)).toEqual(none);
  });
});
