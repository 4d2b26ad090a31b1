import { beforeEach, expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/actor.ts';
import type { Posting } from '#app/domain/posting.ts';
import { handOverReview, keepReview } from '#app/procedures/posting/answerHandOver.ts';
import { askHandOver } from '#app/procedures/posting/askHandOver.ts';
import { beginReview } from '#app/procedures/posting/beginReview.ts';
import { releaseReview } from '#app/procedures/posting/releaseReview.ts';
import { handOverOf } from '#db/queries/handOver.ts';
import { reviewHolders } from '#db/queries/reviewHolders.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

describeOnEveryDatabase('A hand-over that is asked for', (open) => {
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
  const reason = '求人者が窓口に来ているため（見本）';
  const ask = (by = office.staff.otherClerk, of = office.staff.clerk) =>
    office.perform(askHandOver, by, { postingId: posting.id, heldBy: of.id, reason });
  const answer = (what: typeof keepReview, by = office.staff.clerk, to = office.staff.otherClerk) =>
    office.perform(what, by, { postingId: posting.id, askedBy: to.id });
  const seenBy = (reader: StaffActor) => handOverOf(database.reader, reader, posting.id, now());
  const holder = async () =>
    (await reviewHolders(database.reader, office.staff.clerk, [posting.id], now()))[posting.id]?.name;

  test('is shown to the holder with its reason, and given: the review goes over', async () => {
    granted(await ask());
    expect(await seenBy(office.staff.clerk)).toMatchObject({
      side: 'of-you',
      askedBy: { name: '確認 太郎（見本）' },
      reason,
    });
    expect(await seenBy(office.staff.otherClerk)).toMatchObject({ side: 'by-you', keptAt: null });
    expect(await seenBy(office.staff.supervisor)).toMatchObject({ side: 'other' });
    office.clock.moveOn(60_000);
    granted(await answer(handOverReview));
    expect(await holder()).toBe('確認 太郎（見本）');
    expect(await seenBy(office.staff.clerk)).toBeNull();
    expect(await seenBy(office.staff.otherClerk)).toBeNull();
    const row = await database.reader('audit_entry').where({ action: 'review.handedOver' }).first();
    expect(JSON.parse(row.detail)).toMatchObject({ to: office.staff.otherClerk.id });
  });

  test('is declined: the holder goes on, and the person who asked is told and may ask again', async () => {
    granted(await ask());
    granted(await answer(keepReview));
    expect(await holder()).toBe('窓口 花子（見本）');
    expect(await seenBy(office.staff.clerk)).toBeNull();
    expect(await seenBy(office.staff.otherClerk)).toMatchObject({ side: 'by-you', keptAt: now() });
    expect(await answer(handOverReview)).toMatchObject({ code: 'hand-over-gone' });
    granted(await ask());
    expect(await seenBy(office.staff.clerk)).toMatchObject({ side: 'of-you' });
  });

  test('waits in a row: a second person is refused while the first has no answer, also at once', async () => {
    const answers = await Promise.all([ask(), ask(office.staff.supervisor)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'hand-over-asked' });
  });

  test('ends with the claim it was about', async () => {
    granted(await ask());
    granted(await office.perform(releaseReview, office.staff.clerk, { postingId: posting.id }));
    expect(await seenBy(office.staff.otherClerk)).toBeNull();
    expect(await ask()).toMatchObject({ code: 'not-claimed' });
    office.clock.moveOn(60_000);
    granted(await begin(office.staff.clerk));
    expect(await seenBy(office.staff.clerk)).toBeNull();
    expect(await answer(handOverReview)).toMatchObject({ code: 'hand-over-gone' });
    granted(await ask(office.staff.supervisor));
  });

  test('is not answered once the claim has run out, nor by anybody but the holder', async () => {
    granted(await ask());
    expect(await answer(handOverReview, office.staff.supervisor)).toMatchObject({ code: 'hand-over-gone' });
    expect(await answer(handOverReview, office.staff.clerk, office.staff.supervisor)).toMatchObject({
      code: 'hand-over-gone',
    });
    office.clock.moveTo('2026-11-24T10:10:00+09:00');
    expect(await answer(handOverReview)).toMatchObject({ code: 'hand-over-gone' });
    expect(await seenBy(office.staff.clerk)).toBeNull();
  });

  test('is not asked of oneself, by an auditor or from another office', async () => {
    expect(await ask(office.staff.clerk)).toMatchObject({ code: 'not-claimed' });
    await expect(ask(office.staff.auditor)).rejects.toMatchObject({ name: 'Forbidden' });
    await expect(ask(office.staff.neighbour)).rejects.toMatchObject({ name: 'NotFound' });
    granted(await ask());
    expect(await seenBy(office.staff.neighbour)).toBeNull();
  });
});
