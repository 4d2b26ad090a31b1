import { expect, test } from 'vitest';
import type { Posting } from '#app/domain/posting.ts';
import { identityChecklist } from '#app/forms/review.ts';
import { registerVisit } from '#app/procedures/posting/registerVisit.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

const visitOf = (posting: Posting, visitedOn: string) => ({
  establishmentId: posting.establishmentId,
  postings: [{ postingId: posting.id, version: posting.version }],
  visitedOn,
  checklist: identityChecklist,
  identityDocument: '運転免許証',
  note: null as string | null,
  lateReason: null as string | null,
});

describeOnEveryDatabase('A visit', (open) => {
  const waiting = async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const posting = await office.submitted(employer, await office.filledIn(employer));
    office.clock.moveTo('2026-12-09T10:00:00+09:00');
    return { office, posting };
  };

  test('on the due date itself needs no explanation, also when it is entered the day after', async () => {
    const { office, posting } = await waiting();
    const visit = visitOf(posting, '2026-12-08');
    expect(await office.perform(registerVisit, office.staff.clerk, visit)).toMatchObject({ ok: true });
  });

  test('on the day after needs a reason', async () => {
    const { office, posting } = await waiting();
    const visit = visitOf(posting, '2026-12-09');
    expect(await office.perform(registerVisit, office.staff.clerk, visit)).toMatchObject({
      ok: false,
      fields: [{ field: 'late_reason', code: 'required-when-late' }],
    });
    const explained = { ...visit, lateReason: '前日に電話で連絡があった。' };
    expect(await office.perform(registerVisit, office.staff.clerk, explained)).toMatchObject({ ok: true });
  });

  test('counts from the day of the application: a visit before it was not about this posting', async () => {
    const { office, posting } = await waiting();
    expect(
      await office.perform(registerVisit, office.staff.clerk, visitOf(posting, '2026-11-23')),
    ).toMatchObject({ fields: [{ field: 'visited_on', code: 'before-application' }] });
    const sameDay = visitOf(posting, '2026-11-24');
    expect(await office.perform(registerVisit, office.staff.clerk, sameDay)).toMatchObject({ ok: true });
  });

  test('cannot be entered for a day to come, nor with an identity check left open', async () => {
    const { office, posting } = await waiting();
    expect(
      await office.perform(registerVisit, office.staff.clerk, visitOf(posting, '2026-12-10')),
    ).toMatchObject({ fields: [{ field: 'visited_on', code: 'in-future' }] });
    const halfChecked = { ...visitOf(posting, '2026-12-08'), checklist: identityChecklist.slice(1) };
    expect(await office.perform(registerVisit, office.staff.clerk, halfChecked)).toMatchObject({
      code: 'checklist-open',
      fields: [{ field: identityChecklist[0] }],
    });
  });
});
