import { expect, test } from 'vitest';
import type { OfficeDay, Opening } from '#app/domain/officeDay.ts';
import { shownChange } from '#app/domain/officeDay.ts';
import { identityChecklist } from '#app/forms/review.ts';
import { daysWith, dueDateMoves, dueDatesNear } from '#app/procedures/office/dueDateMoves.ts';
import { setOfficeDay } from '#app/procedures/office/setDay.ts';
import { registerVisit } from '#app/procedures/posting/registerVisit.ts';
import { dayRecords } from '#db/queries/officeCalendar.ts';
import { differenceOf } from '#rules/replay.ts';
import { describeOnEveryDatabase, type OpenDatabase } from '#test/support/database.ts';
import { granted, openOffice } from '#test/support/world.ts';

describeOnEveryDatabase('A day that the office closes or opens itself', (open) => {
  /** A posting of 11/24, due on 12/8, before a supervisor with the calendar open. */
  const waiting = async (from: OpenDatabase, submitted = '2026-11-24T10:00:00+09:00') => {
    const office = await openOffice(await from(), submitted);
    const { supervisor } = office.staff;
    const employer = await office.openedAtCounter();
    const posting = await office.submitted(employer, await office.filledIn(employer));
    await office.runner.runDue();
    office.mails.length = 0;
    const today = () => office.clock.now().toISOString().slice(0, 10);

    /** What the page shows before saving. */
    const preview = async (date: string, opening: Opening) => {
      const {
        before,
        days,
        open: due,
      } = await dayRecords(office.database.reader, supervisor, date, dueDatesNear(date, today()));
      const moves = await dueDateMoves(office.rules, due, daysWith(days, date, opening), today());
      return { before, moves, shown: shownChange(before, moves) };
    };
    const set = async (
      date: string,
      opening: Opening,
      reason: string | null = '見本の都合',
      by = supervisor,
    ) => {
      const { shown } = await preview(date, opening);
      return office.perform(setOfficeDay, by, { date, opening, reason, shown });
    };
    const visit = (version: number) =>
      office.perform(registerVisit, office.staff.clerk, {
        establishmentId: posting.establishmentId,
        postings: [{ postingId: posting.id, version }],
        visitedOn: '2026-11-24',
        checklist: identityChecklist,
        identityDocument: '運転免許証',
        note: null,
        lateReason: null,
      });
    const now = () => office.now(posting.id);
    return { office, employer, posting, preview, set, visit, now, supervisor };
  };

  test('moves the due date on it to the open day before, with its verdict, its record and a mail', async () => {
    const { office, posting, preview, set, now } = await waiting(open);
    expect(posting.dueDate).toBe('2026-12-08');
    expect((await preview('2026-12-08', 'closed')).moves).toMatchObject([
      { postingId: posting.id, from: '2026-12-08', to: '2026-12-07', stays: false },
    ]);
    expect((await now()).dueDate).toBe('2026-12-08');

    expect(granted(await set('2026-12-08', 'closed', '設備点検'))).toEqual({ moved: 1 });
    expect(await now()).toMatchObject({ dueDate: '2026-12-07', version: posting.version + 1 });
    const subject = { type: 'posting', id: posting.id } as const;
    const stored = await office.stores.verdicts.latest(subject, 'eligibility/visit-required');
    expect(stored).toMatchObject({
      occasion: 'calendar',
      verdict: { asOf: '2026-11-24', dueDate: '2026-12-07', dueDateBasis: { rawDate: '2026-12-08' } },
    });
    expect(stored && (await differenceOf(office.rules, stored.verdict))).toBeNull();
    expect(await office.stores.audit.latestOf(subject)).toMatchObject({ action: 'office.daySet' });
    await office.runner.runDue();
    expect(office.mails.map(({ kind }) => kind)).toEqual(['mail.dueDateMoved']);
    expect(office.mails[0]?.text).toContain('変更前：2026年12月8日(火)');
    expect(office.mails[0]?.text).toContain('来庁期限：2026年12月7日(月)');
  });

  test('gives the day back when it is opened again', async () => {
    const { set, now } = await waiting(open);
    granted(await set('2026-12-08', 'closed'));
    granted(await set('2026-12-08', 'usual', null));
    expect(await now()).toMatchObject({ dueDate: '2026-12-08' });
  });

  test('opened on a Saturday lets a due date fall on it; for placement only, nothing moves', async () => {
    const { office, posting, set, now } = await waiting(open, '2026-11-28T10:00:00+09:00');
    expect(posting.dueDate).toBe('2026-12-11');
    expect(granted(await set('2026-12-12', 'placement'))).toEqual({ moved: 0 });
    expect((await now()).dueDate).toBe('2026-12-11');
    expect(granted(await set('2026-12-12', 'open'))).toEqual({ moved: 1 });
    expect((await now()).dueDate).toBe('2026-12-12');
    await office.runner.runDue();
    expect(office.mails).toHaveLength(1);
    expect(granted(await set('2026-12-12', 'placement'))).toEqual({ moved: 1 });
    expect((await now()).dueDate).toBe('2026-12-11');
  });

  test('leaves a due date where the day it would move to has passed', async () => {
    const { office, preview, set, now } = await waiting(open);
    office.clock.moveTo('2026-12-08T09:00:00+09:00');
    expect((await preview('2026-12-08', 'closed')).moves).toMatchObject([{ to: '2026-12-07', stays: true }]);
    expect(granted(await set('2026-12-08', 'closed'))).toEqual({ moved: 0 });
    expect((await now()).dueDate).toBe('2026-12-08');
  });

  test('moves nothing of a posting whose visit has taken place, and nothing at another office', async () => {
    const { office, posting, visit, set, preview } = await waiting(open);
    expect(
      await dayRecords(office.database.reader, office.staff.neighbour, '2026-12-08', {
        from: '2026-11-24',
        to: '2026-12-08',
      }),
    ).toMatchObject({ open: [] });
    granted(await visit(posting.version));
    expect((await preview('2026-12-08', 'closed')).moves).toEqual([]);
    expect(granted(await set('2026-12-08', 'closed'))).toEqual({ moved: 0 });
  });

  test.each([
    ['2026-11-23', 'closed', 'fields-wrong'],
    ['9999-01-04', 'closed', 'fields-wrong'],
    ['2026-11-25', 'open', 'day-open-already'],
    ['2026-11-25', 'placement', 'day-open-already'],
    ['2026-11-28', 'closed', 'day-closed-already'],
    ['2026-11-25', 'usual', 'day-as-it-is'],
  ] as const)('cannot be %s %s: %s', async (date, opening, code) => {
    const { office, supervisor } = await waiting(open);
    const input = { date, opening, reason: '見本', shown: 'usual' };
    expect(await office.perform(setOfficeDay, supervisor, input)).toMatchObject({ ok: false, code });
  });

  test('is not saved where the page showed something else: a posting handed in meanwhile, a visit, another supervisor', async () => {
    const { office, employer, posting, preview, visit, supervisor } = await waiting(open);
    const day = { date: '2026-12-08', opening: 'closed', reason: '見本' } as const;
    const changed = { ok: false, code: 'due-dates-changed' };
    const { shown: first } = await preview(day.date, day.opening);
    await office.submitted(employer, await office.filledIn(employer));
    expect(await office.perform(setOfficeDay, supervisor, { ...day, shown: first })).toMatchObject(changed);

    const { shown: second } = await preview(day.date, day.opening);
    granted(await visit(posting.version));
    expect(await office.perform(setOfficeDay, supervisor, { ...day, shown: second })).toMatchObject(changed);

    const { shown: third } = await preview(day.date, day.opening);
    granted(await office.perform(setOfficeDay, office.staff.otherSupervisor, { ...day, shown: third }));
    const other = { ...day, reason: '別の理由', shown: third };
    expect(await office.perform(setOfficeDay, supervisor, other)).toMatchObject(changed);
    const own: OfficeDay[] = await office.stores.offices.ownDays(supervisor.officeId, day.date, day.date);
    expect(own).toEqual([{ date: '2026-12-08', opening: 'closed', reason: '見本' }]);
  });

  test('and a visit registered at the same moment: one of them is told of the other, and nothing is half done', async () => {
    const { office, posting, preview, visit, now, supervisor } = await waiting(open);
    const { shown } = await preview('2026-12-08', 'closed');
    const day = { date: '2026-12-08', opening: 'closed', reason: '見本', shown } as const;
    const [saved, visited] = await Promise.allSettled([
      office.perform(setOfficeDay, supervisor, day),
      visit(posting.version),
    ]);
    const isSaved = saved.status === 'fulfilled' && saved.value.ok;
    const isVisited = visited.status === 'fulfilled' && visited.value.ok;
    expect([isSaved, isVisited].filter(Boolean)).toHaveLength(1);
    expect(await now()).toMatchObject(
      isSaved
        ? { state: 'awaiting_visit', dueDate: '2026-12-07', visitedOn: null }
        : { state: 'under_review', dueDate: '2026-12-08', visitedOn: '2026-11-24' },
    );
    const kept = await office.stores.offices.day(supervisor.officeId, '2026-12-08');
    expect(kept !== undefined).toBe(isSaved);
    if (visited.status === 'rejected')
      expect(visited.reason).toMatchObject({ name: 'Conflict', decided: { action: 'office.daySet' } });
  });

  test('is set by supervisors only', async () => {
    const { office, set } = await waiting(open);
    for (const by of [office.staff.clerk, office.staff.auditor])
      await expect(set('2026-12-08', 'closed', '見本', by)).rejects.toMatchObject({ name: 'Forbidden' });
  });
});
