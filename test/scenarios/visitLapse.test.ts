import { expect, test } from 'vitest';
import { shownChange } from '#app/domain/officeDay.ts';
import type { Posting } from '#app/domain/posting.ts';
import { identityChecklist } from '#app/forms/review.ts';
import { setOfficeDay } from '#app/procedures/office/setDay.ts';
import { registerVisit } from '#app/procedures/posting/registerVisit.ts';
import { returnPosting } from '#app/procedures/posting/return.ts';
import { createUnitOfWork } from '#db/unitOfWork.ts';
import { createSchedule } from '#jobs/schedule.ts';
import { describeOnEveryDatabase, type OpenDatabase } from '#test/support/database.ts';
import { granted, openOffice } from '#test/support/world.ts';

/** A posting that awaits a visit, its due date Tuesday 2026-12-08, and the nights that follow. */
async function awaited(open: OpenDatabase) {
  const database = await open();
  const office = await openOffice(database, '2026-11-24T10:00:00+09:00');
  const employer = await office.openedAtCounter();
  const { id } = await office.submitted(employer, await office.filledIn(employer));
  await office.runner.runDue();
  office.mails.length = 0;
  const schedule = createSchedule({ unitOfWork: createUnitOfWork(database), clock: office.clock });
  const posting = () => office.now(id);
  return {
    office,
    posting,
    night: async (at: string) => {
      office.clock.moveTo(at);
      await schedule();
      await office.runner.runDue();
    },
    kinds: () => office.mails.map(({ kind }) => kind),
    /** No posting that waits for a visit is past its due date. */
    pastDue: () => office.stores.postings.countDueBefore(office.clock.now().toISOString().slice(0, 10)),
    register: async (visitedOn: string, lateReason: string | null) => {
      const { version, establishmentId }: Posting = await posting();
      return office.perform(registerVisit, office.staff.clerk, {
        establishmentId,
        postings: [{ postingId: id, version }],
        visitedOn,
        checklist: identityChecklist,
        identityDocument: '運転免許証',
        note: null,
        lateReason,
      });
    },
  };
}

describeOnEveryDatabase('A provisional posting nobody comes for', (open) => {
  test('waits to the end of its due date and lapses in the night after, and the employer is told', async () => {
    const { posting, night, kinds, pastDue } = await awaited(open);
    await night('2026-12-08T23:59:59+09:00');
    expect(await posting()).toMatchObject({ state: 'awaiting_visit', dueDate: '2026-12-08' });
    await night('2026-12-09T00:10:00+09:00');
    expect(await posting()).toMatchObject({ state: 'lapsed', dueDate: '2026-12-08' });
    expect(kinds()).toEqual(['mail.visitReminder', 'mail.postingLapsed']);
    expect(await pastDue()).toBe(0);
  });

  test('lapses although nothing ran for a week, and is told once', async () => {
    const { posting, night, kinds } = await awaited(open);
    await night('2026-12-16T09:00:00+09:00');
    await night('2026-12-17T09:00:00+09:00');
    expect((await posting()).state).toBe('lapsed');
    expect(kinds()).toEqual(['mail.postingLapsed']);
  });

  test('lapses also where it was returned: a 差戻し does not move the due date', async () => {
    const { office, posting, night } = await awaited(open);
    const { id, version } = await posting();
    granted(
      await office.perform(returnPosting, office.staff.clerk, {
        postingId: id,
        version,
        reasons: ['wage'],
        fields: [],
        message: '賃金を確認してください。',
      }),
    );
    await night('2026-12-09T00:10:00+09:00');
    expect((await posting()).state).toBe('lapsed');
  });

  test('does not lapse once somebody has come', async () => {
    const { posting, night, register } = await awaited(open);
    granted(await register('2026-11-24', null));
    await night('2026-12-09T00:10:00+09:00');
    expect((await posting()).state).toBe('under_review');
  });

  test('is taken up again by a visit in time that is entered the day after', async () => {
    const { posting, night, register } = await awaited(open);
    await night('2026-12-09T10:00:00+09:00');
    granted(await register('2026-12-08', null));
    expect(await posting()).toMatchObject({ state: 'under_review', visitedOn: '2026-12-08' });
  });

  test('is taken up again by a late visit with its reason, until the period of the rule is over', async () => {
    const { posting, night, register, office } = await awaited(open);
    await night('2027-01-08T10:00:00+09:00');
    expect(await register('2027-01-08', null)).toMatchObject({
      fields: [{ field: 'late_reason', code: 'required-when-late' }],
    });
    office.clock.moveTo('2027-01-09T10:00:00+09:00');
    expect(await register('2027-01-08', '入院していた。')).toMatchObject({ code: 'posting-lapsed-too-long' });
    office.clock.moveTo('2027-01-08T10:00:00+09:00');
    granted(await register('2027-01-08', '入院していた。'));
    expect((await posting()).state).toBe('under_review');
  });
});

describeOnEveryDatabase('The reminder of a 来庁期限', (open) => {
  test('goes out three open days before, not the day before that, and once', async () => {
    const { night, kinds } = await awaited(open);
    await night('2026-12-02T09:00:00+09:00');
    expect(kinds()).toEqual([]);
    await night('2026-12-03T00:15:00+09:00');
    expect(kinds()).toEqual(['mail.visitReminder']);
    await night('2026-12-04T09:00:00+09:00');
    await night('2026-12-08T09:00:00+09:00');
    expect(kinds()).toEqual(['mail.visitReminder']);
  });

  test('counts the open days of the office, and goes out again for a due date that the calendar moves', async () => {
    const { office, posting, night, kinds } = await awaited(open);
    await night('2026-12-03T09:00:00+09:00');
    expect(kinds()).toEqual(['mail.visitReminder']);
    const { id } = await posting();
    granted(
      await office.perform(setOfficeDay, office.staff.supervisor, {
        date: '2026-12-08',
        opening: 'closed',
        reason: '設備点検（見本）',
        shown: shownChange(null, [
          {
            postingId: id,
            version: (await posting()).version,
            from: '2026-12-08',
            to: '2026-12-07',
            stays: false,
          },
        ]),
      }),
    );
    await night('2026-12-04T00:15:00+09:00');
    expect(kinds()).toEqual(['mail.visitReminder', 'mail.dueDateMoved', 'mail.visitReminder']);
    await night('2026-12-07T23:00:00+09:00');
    expect((await posting()).state).toBe('awaiting_visit');
    await night('2026-12-08T00:10:00+09:00');
    expect((await posting()).state).toBe('lapsed');
  });

  test('is not sent when somebody has come between the sweep and the mail', async () => {
    const { office, night, kinds, register } = await awaited(open);
    granted(await register('2026-11-24', null));
    await night('2026-12-03T09:00:00+09:00');
    expect(kinds()).toEqual([]);
    expect(office.mails).toEqual([]);
  });
});
