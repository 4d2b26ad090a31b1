import { beforeEach, expect, test } from 'vitest';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { Posting } from '#app/domain/posting.ts';
import { proposeRefusal } from '#app/procedures/posting/proposeRefusal.ts';
import { resendPosting } from '#app/procedures/posting/resend.ts';
import { returnPosting } from '#app/procedures/posting/return.ts';
import { reviewPosting } from '#db/queries/reviewPosting.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

describeOnEveryDatabase('The page that reviews one posting', (open) => {
  let database: TestDatabase;
  let office: World;
  let employer: EmployerActor;
  let pending: Posting;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    employer = await office.openedAtCounter();
    pending = await office.submitted(employer, await office.filledIn(employer));
  });

  const review = (by = office.staff.clerk, id = pending.id) => reviewPosting(database.reader, by, id);

  test('shows the stored verdict of the visit, and how the MyPage was opened', async () => {
    const shown = await review();
    expect(shown?.visitVerdict).toMatchObject({ outcome: 'visit-required', dueDate: '2026-12-08' });
    expect(shown?.openedBy).toBe('counter');
  });

  test('keeps every earlier 差戻し with who said it, and whether it was answered', async () => {
    granted(
      await office.perform(returnPosting, office.staff.clerk, {
        postingId: pending.id,
        version: pending.version,
        reasons: ['wage'],
        fields: ['base_pay_min'],
        message: '賃金をご確認ください。',
      }),
    );
    expect((await review())?.returns).toMatchObject([
      { reasons: ['wage'], by: office.staff.clerk.name, answeredAt: null },
    ]);
    const returned = await office.now(pending.id);
    const shown = { postingId: returned.id, version: returned.version };
    granted(await office.perform(resendPosting, employer, { ...shown, confirmed: [] }));
    expect((await review())?.returns[0]?.answeredAt).toBe('2026-11-24T01:00:00.000Z');
  });

  test('counts what was accepted before, without the posting itself', async () => {
    const reviewed = await office.visited(pending, '2026-11-24');
    await office.accepted(reviewed);
    expect(await review()).toMatchObject({ acceptedBefore: 0, lastVisitedOn: '2026-11-24' });
    const second = await office.submitted(employer, await office.filledIn(employer));
    expect(await review(office.staff.clerk, second.id)).toMatchObject({ acceptedBefore: 1 });
  });

  test('names who proposed a refusal', async () => {
    granted(
      await office.perform(proposeRefusal, office.staff.otherClerk, {
        postingId: pending.id,
        version: pending.version,
        ground: 'no_report',
        reason: '見本の理由',
      }),
    );
    expect((await review())?.refusals).toMatchObject([
      { ground: 'no_report', by: office.staff.otherClerk.name, settlement: null },
    ]);
  });

  test('is closed to another office, and to drafts', async () => {
    expect(await review(office.staff.neighbour)).toBeNull();
    const draft = await office.filledIn(employer);
    expect(await review(office.staff.clerk, draft.id)).toBeNull();
  });
});
