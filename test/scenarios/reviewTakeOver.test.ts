import { beforeEach, expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Posting } from '#app/domain/posting.ts';
import { claimExpiry } from '#app/domain/reviewClaim.ts';
import { beginReview } from '#app/procedures/posting/beginReview.ts';
import { takeOverReview } from '#app/procedures/posting/takeOverReview.ts';
import { reviewHolders } from '#db/queries/reviewHolders.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

describeOnEveryDatabase('A review that somebody else has begun', (open) => {
  let database: TestDatabase;
  let office: World;
  let posting: Posting;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const sent = await office.submitted(employer, await office.filledIn(employer));
    posting = await office.visited(sent, '2026-11-24');
    granted(await begin(office.staff.clerk));
    office.clock.moveOn(60_000);
  });

  const now = () => office.clock.now().toISOString();
  const begin = (by: StaffActor) =>
    office.perform(beginReview, by, { postingId: posting.id, version: posting.version });
  const takeOver = (by: StaffActor, from = office.staff.clerk) =>
    office.perform(takeOverReview, by, {
      postingId: posting.id,
      heldBy: from.id,
      reason: '担当者が外出のため',
    });
  const holder = async (seenBy = office.staff.clerk) =>
    (await reviewHolders(database.reader, seenBy, [posting.id], now()))[posting.id];

  test('goes over to another clerk, with the reason and both names in the log', async () => {
    granted(await takeOver(office.staff.otherClerk));
    expect(await holder()).toMatchObject({ name: '確認 太郎（見本）', own: false, begunAt: now() });
    const row = await database.reader('audit_entry').where({ action: 'review.takenOver' }).first();
    expect(row).toMatchObject({ actor_id: office.staff.otherClerk.id, subject_id: posting.id });
    expect(JSON.parse(row.detail)).toMatchObject({ from: office.staff.clerk.id });
  });

  test('goes to one of two who take it over at once', async () => {
    const answers = await Promise.all([takeOver(office.staff.otherClerk), takeOver(office.staff.supervisor)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'not-claimed' });
  });

  test('is not taken over once it has run out, nor from oneself', async () => {
    expect(await takeOver(office.staff.clerk)).toMatchObject({ code: 'not-claimed' });
    office.clock.moveTo('2026-11-24T10:09:59.999+09:00');
    expect(await holder()).toMatchObject({ own: true });
    office.clock.moveTo('2026-11-24T10:10:00+09:00');
    expect(await holder()).toBeUndefined();
    expect(await takeOver(office.staff.otherClerk)).toMatchObject({ code: 'not-claimed' });
  });

  test('is not for an auditor, and does not exist for another office', async () => {
    await expect(takeOver(office.staff.auditor)).rejects.toMatchObject({ name: 'Forbidden' });
    await expect(takeOver(office.staff.neighbour)).rejects.toMatchObject({ name: 'NotFound' });
    expect(await holder(office.staff.neighbour)).toBeUndefined();
  });

  test('lasts as long as its holder gives signs, and says since when', async () => {
    const sign = (by: StaffActor) =>
      office.stores.reviewClaims.extend(posting.id, by.id, now(), claimExpiry(now()));
    expect(await sign(office.staff.otherClerk)).toBe(false);
    office.clock.moveTo('2026-11-24T10:09:59.999+09:00');
    expect(await sign(office.staff.clerk)).toBe(true);
    office.clock.moveTo('2026-11-24T10:15:00+09:00');
    granted(await begin(office.staff.clerk));
    expect(await holder()).toMatchObject({ own: true, begunAt: '2026-11-24T01:00:00.000Z' });
    office.clock.moveTo('2026-11-24T10:25:00+09:00');
    expect(await sign(office.staff.clerk)).toBe(false);
  });
});
