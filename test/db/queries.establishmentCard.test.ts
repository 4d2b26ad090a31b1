import { beforeEach, expect, test } from 'vitest';
import type { EmployerActor } from '#app/domain/actor.ts';
import { visitor } from '#app/domain/actor.ts';
import { registerEmail } from '#app/procedures/account/registerEmail.ts';
import { requestKey } from '#app/procedures/account/requestKey.ts';
import { establishmentCard } from '#db/queries/establishmentCard.ts';
import { openingGuide } from '#db/queries/openingGuide.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

describeOnEveryDatabase('事業所カード', (open) => {
  let database: TestDatabase;
  let office: World;
  let employer: EmployerActor;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    employer = await office.openedAtCounter();
  });

  const establishmentId = (): string => employer.establishmentId ?? '';
  const card = (by = office.staff.clerk) =>
    establishmentCard(database.reader, by, establishmentId(), office.clock.now().toISOString());

  test('shows postings and visits, and leaves drafts to the employer', async () => {
    const pending = await office.submitted(employer, await office.filledIn(employer));
    await office.filledIn(employer);
    expect((await card())?.postings).toMatchObject([{ id: pending.id, dueDate: '2026-12-08' }]);
    await office.visited(pending, '2026-11-24');
    const after = await card();
    expect(after?.postings).toMatchObject([{ state: 'under_review', dueDate: null }]);
    expect(after?.visits).toMatchObject([{ visitedOn: '2026-11-24', postings: 1, late: false }]);
  });

  test('shows until when a 認証キー works, and nothing once the 50 minutes are over', async () => {
    const values = { email: 'second@example.co.jp' };
    granted(
      await office.perform(registerEmail, office.staff.clerk, { establishmentId: establishmentId(), values }),
    );
    granted(await office.perform(requestKey, visitor, { email: values.email, purpose: 'start' }));
    await office.runner.runDue();
    const keys = async () => (await card())?.accounts.map(({ keyUntil }) => keyUntil);
    office.clock.moveOn(50 * 60_000 - 1);
    expect(await keys()).toEqual([null, '2026-11-24T01:50:00.000Z']);
    office.clock.moveOn(1);
    expect(await keys()).toEqual([null, null]);
  });

  test('tells what happened, newest first, without a word of personal data', async () => {
    const pending = await office.submitted(employer, await office.filledIn(employer));
    await office.visited(pending, '2026-11-24');
    const timeline = (await card())?.timeline ?? [];
    expect(timeline.map(({ action }) => action).slice(0, 2)).toEqual([
      'visit.registered',
      'posting.submitted',
    ]);
    expect(timeline[0]?.actorName).toBe(office.staff.clerk.name);
    expect(JSON.stringify(timeline)).not.toContain(employer.email);
  });

  test('and the 開設案内 are closed to another office', async () => {
    expect(await card(office.staff.neighbour)).toBeNull();
    expect(await openingGuide(database.reader, office.staff.neighbour, employer.accountId)).toBeNull();
    expect(await openingGuide(database.reader, office.staff.clerk, employer.accountId)).toMatchObject({
      email: employer.email,
    });
  });
});
