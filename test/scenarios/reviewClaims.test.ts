import { beforeEach, expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Posting } from '#app/domain/posting.ts';
import { beginReview } from '#app/procedures/posting/beginReview.ts';
import { releaseReview } from '#app/procedures/posting/releaseReview.ts';
import { nextInQueue } from '#db/queries/queue/next.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

describeOnEveryDatabase('A posting that a clerk reviews', (open) => {
  let database: TestDatabase;
  let office: World;
  let posting: Posting;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const sent = await office.submitted(employer, await office.filledIn(employer));
    posting = await office.visited(sent, '2026-11-24');
  });

  const begin = (by: StaffActor) =>
    office.perform(beginReview, by, { postingId: posting.id, version: posting.version });
  const served = async (to: StaffActor) =>
    (await nextInQueue(database.reader, to, office.clock.now().toISOString()))?.id ?? null;

  test('is served to its holder and not to others', async () => {
    granted(await begin(office.staff.clerk));
    expect(await served(office.staff.otherClerk)).toBeNull();
    expect(await served(office.staff.clerk)).toBe(posting.id);
  });

  test('has one holder when two begin at once', async () => {
    const answers = await Promise.all([begin(office.staff.clerk), begin(office.staff.otherClerk)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'claimed-by-other' });
  });

  test('is held for ten minutes, and free from then on', async () => {
    granted(await begin(office.staff.clerk));
    office.clock.moveTo('2026-11-24T10:09:59.999+09:00');
    expect(await begin(office.staff.otherClerk)).toMatchObject({ code: 'claimed-by-other' });
    office.clock.moveTo('2026-11-24T10:10:00+09:00');
    expect(await served(office.staff.otherClerk)).toBe(posting.id);
    granted(await begin(office.staff.otherClerk));
    expect(await begin(office.staff.clerk)).toMatchObject({ code: 'claimed-by-other' });
  });

  test('is free once its holder lets go, and only its holder can', async () => {
    granted(await begin(office.staff.clerk));
    const release = (by: StaffActor) => office.perform(releaseReview, by, { postingId: posting.id });
    expect(await release(office.staff.otherClerk)).toMatchObject({ code: 'not-claimed' });
    granted(await release(office.staff.clerk));
    expect(await served(office.staff.otherClerk)).toBe(posting.id);
  });

  test('cannot be begun by an auditor or from another office, nor once it is decided', async () => {
    await expect(begin(office.staff.auditor)).rejects.toMatchObject({ name: 'Forbidden' });
    await expect(begin(office.staff.neighbour)).rejects.toMatchObject({ name: 'NotFound' });
    granted(await begin(office.staff.clerk));
    await office.accepted(posting);
    expect(await database.reader('review_claim').select()).toEqual([]);
    await expect(begin(office.staff.clerk)).rejects.toMatchObject({ name: 'Conflict' });
  });
});
