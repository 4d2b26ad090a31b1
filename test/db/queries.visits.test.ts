import { beforeEach, expect, test } from 'vitest';
import { searchTerms } from '#app/components/establishment/searchTerms.ts';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { Posting } from '#app/domain/posting.ts';
import { awaitedVisits, visitDesk } from '#db/queries/visits.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { openOffice, type World } from '#test/support/world.ts';

describeOnEveryDatabase('An establishment with two postings that wait for its visit', (open) => {
  let database: TestDatabase;
  let office: World;
  let employer: EmployerActor;
  let first: Posting;
  let second: Posting;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    employer = await office.openedAtCounter();
    first = await office.submitted(employer, await office.filledIn(employer));
    office.clock.moveTo('2026-11-25T10:00:00+09:00');
    second = await office.submitted(employer, await office.filledIn(employer));
  });

  const awaited = (text = '', by = office.staff.clerk) =>
    awaitedVisits(database.reader, by, text === '' ? null : searchTerms(text), 1);

  test('stands once in the list, under the earlier due date', async () => {
    expect((await awaited()).rows).toMatchObject([
      {
        establishmentId: first.establishmentId,
        postings: 2,
        dueDate: first.dueDate,
        postingId: first.id,
        state: 'registered',
      },
    ]);
  });

  test('is found by name and by number, and not by other words', async () => {
    const record = await office.stores.establishments.find({ kind: 'all' }, first.establishmentId);
    expect((await awaited(record?.name)).total).toBe(1);
    expect((await awaited(record?.number ?? '')).total).toBe(1);
    expect((await awaited('どこにもない名前')).total).toBe(0);
  });

  test('can register both in one sitting', async () => {
    const desk = await visitDesk(database.reader, office.staff.clerk, first.establishmentId, '2026-11-01');
    expect(desk?.postings.map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  test('leaves the list with the visit', async () => {
    await office.visited(first, '2026-11-25');
    expect((await awaited()).rows).toMatchObject([{ postings: 1, postingId: second.id }]);
    await office.visited(second, '2026-11-25');
    expect((await awaited()).total).toBe(0);
  });

  test("is nobody else's: another office sees neither the list nor the posting", async () => {
    expect((await awaited('', office.staff.neighbour)).total).toBe(0);
    expect(
      await visitDesk(database.reader, office.staff.neighbour, first.establishmentId, '2026-11-01'),
    ).toBeNull();
  });

  test('does not register a draft', async () => {
    await office.filledIn(employer);
    const desk = await visitDesk(database.reader, office.staff.clerk, first.establishmentId, '2026-11-01');
    expect(desk?.postings).toHaveLength(2);
  });
});
