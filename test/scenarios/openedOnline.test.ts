import { expect, test } from 'vitest';
import { identityChecklist } from '#app/forms/review.ts';
import { completeRegistration } from '#app/procedures/establishment/completeRegistration.ts';
import { registerVisit } from '#app/procedures/posting/registerVisit.ts';
import { establishments } from '#fixtures/establishments.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { granted, openOffice } from '#test/support/world.ts';

describeOnEveryDatabase('An employer who opened the account online', (open) => {
  test('comes to the counter, which completes the establishment first and then the posting', async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const employer = await office.openedOnline();
    const pending = await office.submitted(employer, await office.filledIn(employer));
    expect(pending).toMatchObject({ state: 'awaiting_visit', dueDate: '2026-12-08' });

    const visit = {
      establishmentId: pending.establishmentId,
      postings: [{ postingId: pending.id, version: pending.version }],
      visitedOn: '2026-11-24',
      checklist: identityChecklist,
      identityDocument: '社員証',
      note: null,
      lateReason: null,
    };
    expect(await office.perform(registerVisit, office.staff.clerk, visit)).toMatchObject({
      ok: false,
      code: 'establishment-not-registered',
    });

    const values = { ...establishments[0], establishment_number: '1301-999999-7' };
    granted(
      await office.perform(completeRegistration, office.staff.clerk, {
        establishmentId: pending.establishmentId,
        version: 1,
        values,
        knownOthers: [],
      }),
    );
    granted(await office.perform(registerVisit, office.staff.clerk, visit));
    expect(await office.stores.accounts.find(employer.accountId)).toMatchObject({ openedOn: '2026-11-24' });
    expect((await office.accepted(await office.now(pending.id))).state).toBe('valid');
  });

  test('is told every reason: first through MyPage, and nothing applied for within a year', async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const employer = await office.openedOnline();
    const pending = await office.submitted(employer, await office.filledIn(employer));
    const stored = await office.stores.verdicts.latest(
      { type: 'posting', id: pending.id },
      'eligibility/visit-required',
    );
    expect(stored?.verdict.reasons.map((reason) => reason.rule)).toEqual(['VR1', 'VR5']);
  });
});
