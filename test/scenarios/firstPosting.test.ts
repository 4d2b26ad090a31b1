import { expect, test } from 'vitest';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

describeOnEveryDatabase('The first posting of an employer whose MyPage was opened at the counter', (open) => {
  test('goes from the draft to publication, with a visit because nothing was applied for in a year', async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const draft = await office.filledIn(employer);

    const submitted = await office.submitted(employer, draft);
    expect(submitted).toMatchObject({
      state: 'awaiting_visit',
      appliedOn: '2026-11-24',
      dueDate: '2026-12-08',
    });
    const stored = await office.stores.verdicts.latest(
      { type: 'posting', id: draft.id },
      'eligibility/visit-required',
    );
    expect(stored?.verdict.reasons.map((reason) => reason.rule)).toEqual(['VR5']);

    office.clock.moveTo('2026-12-08T09:00:00+09:00');
    const visited = await office.visited(submitted, '2026-12-08');
    expect(visited).toMatchObject({ state: 'under_review', visitedOn: '2026-12-08' });

    const accepted = await office.accepted(visited);
    expect(accepted).toMatchObject({
      state: 'valid',
      number: '99010-00000001',
      acceptedOn: '2026-12-08',
      validUntil: '2027-02-28',
    });
    await office.runner.runDue();
    expect(office.mails.map((mail) => mail.kind)).toEqual([
      'mail.key',
      'mail.postingReceived',
      'mail.postingAccepted',
    ]);
  });

  test('a second one, within the year, goes straight to review', async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const first = await office.submitted(employer, await office.filledIn(employer));
    await office.accepted(await office.visited(first, '2026-11-24'));

    office.clock.moveTo('2027-11-24T10:00:00+09:00');
    const second = await office.submitted(employer, await office.filledIn(employer));
    expect(second).toMatchObject({ state: 'under_review', dueDate: null });

    office.clock.moveTo('2027-11-25T10:00:00+09:00');
    const dayAfterTheYear = await office.submitted(employer, await office.filledIn(employer));
    expect(dayAfterTheYear.state).toBe('awaiting_visit');
  });
});
