import { beforeEach, expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/actor.ts';
import { openDayAfter } from '#app/domain/calendar.ts';
import { businessDate } from '#app/domain/clock.ts';
import type { Posting } from '#app/domain/posting.ts';
import { holdOpenDays } from '#app/domain/reviewHold.ts';
import { acceptPosting } from '#app/procedures/posting/accept.ts';
import { beginReview } from '#app/procedures/posting/beginReview.ts';
import { holdPosting } from '#app/procedures/posting/hold.ts';
import { liftHold } from '#app/procedures/posting/liftHold.ts';
import { proposeRefusal } from '#app/procedures/posting/proposeRefusal.ts';
import { returnPosting } from '#app/procedures/posting/return.ts';
import { addReasonTemplate } from '#app/procedures/reasonTemplate/add.ts';
import { holdsOf } from '#db/queries/holds.ts';
import { type QueueFilter, unfiltered } from '#db/queries/queue/filter.ts';
import { nextInQueue } from '#db/queries/queue/next.ts';
import { queuePage } from '#db/queries/queue/page.ts';
import { reasonTemplates } from '#db/queries/reasonTemplates.ts';
import { staffToday } from '#db/queries/staffToday.ts';
import { officeCalendar } from '#rules/officeCalendar.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

describeOnEveryDatabase('A posting on hold', (open) => {
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

  const today = () => businessDate(office.clock.now());
  const shown = () => ({ postingId: posting.id, version: posting.version });
  const reason = '36協定届の写しを待つため（見本）';
  const hold = (until = '2026-11-27', by: StaffActor = office.staff.clerk) =>
    office.perform(holdPosting, by, { ...shown(), reason, until });
  const lift = (by = office.staff.clerk) => office.perform(liftHold, by, { postingId: posting.id });
  const held = async (by = office.staff.clerk) =>
    (await holdsOf(database.reader, by, [posting.id], today()))[posting.id];
  const now = () => office.clock.now().toISOString();
  const served = async (to = office.staff.clerk) =>
    (await nextInQueue(database.reader, to, now()))?.id ?? null;
  const queue = (asked: Partial<QueueFilter> = {}, by = office.staff.clerk) =>
    queuePage(database.reader, by, { ...unfiltered, ...asked, page: 1 }, today(), now());
  const queued = async (only: NonNullable<QueueFilter['only']> | null) =>
    (await queue({ only })).rows.map(({ id }) => id);

  test('is passed over by 次の1件, stays in the queue and stands under its filter with reason and day', async () => {
    expect(await queued('held')).toEqual([]);
    granted(await hold());
    expect(await served()).toBeNull();
    expect(await served(office.staff.otherClerk)).toBeNull();
    expect(await queued(null)).toEqual([posting.id]);
    expect(await queued('held')).toEqual([posting.id]);
    const { rows, counts, held: onHold } = await queue();
    expect(rows).toMatchObject([{ hold: { until: '2026-11-27', reason } }]);
    expect(onHold).toBe(1);
    expect((await queue({ only: 'held', kind: 'visit' })).counts).toEqual(counts);
    expect(await held()).toEqual({
      until: '2026-11-27',
      reason,
      by: '窓口 花子（見本）',
      placedAt: office.clock.now().toISOString(),
    });
    expect((await office.now(posting.id)).state).toBe('under_review');
  });

  test('is served again on the day that was set, without anything having run', async () => {
    granted(await hold());
    office.clock.moveTo('2026-11-26T23:59:00+09:00');
    expect(await served()).toBeNull();
    office.clock.moveTo('2026-11-27T09:00:00+09:00');
    expect(await served()).toBe(posting.id);
    expect(await held()).toBeUndefined();
    expect(await queued('held')).toEqual([]);
    expect((await queue()).rows).toMatchObject([{ id: posting.id, hold: null }]);
    expect(await lift()).toMatchObject({ code: 'not-held' });
    granted(await hold('2026-12-01', office.staff.otherClerk));
    expect(await held()).toMatchObject({ until: '2026-12-01', by: '確認 太郎（見本）' });
  });

  test('stands among those whose day has come until somebody decides it', async () => {
    granted(await hold());
    office.clock.moveTo('2026-11-26T23:59:00+09:00');
    expect(await queued('resumed')).toEqual([]);
    office.clock.moveTo('2026-11-27T00:00:00+09:00');
    expect(await queued('resumed')).toEqual([posting.id]);
    const { resumed } = await staffToday(database.reader, office.staff.clerk, today(), now());
    expect(resumed).toMatchObject({ total: 1, first: [{ id: posting.id }] });
    expect((await queue({ only: 'resumed' }, office.staff.neighbour)).total).toBe(0);
    await office.accepted(posting);
    expect(await queued('resumed')).toEqual([]);
  });

  test('is proposed for three open days, over closed ones', () => {
    const calendar = officeCalendar({ extraOpen: [], extraClosed: ['2026-11-26'] });
    expect(openDayAfter('2026-11-24', holdOpenDays, calendar)).toBe('2026-11-30');
    expect(openDayAfter('2026-12-25', holdOpenDays, officeCalendar({ extraOpen: [], extraClosed: [] }))).toBe(
      '2027-01-05',
    );
  });

  test.each([
    ['2026-11-24', { code: 'outside-days', params: { first: '2026-11-25', last: '2027-02-22' } }],
    ['2027-02-24', { code: 'outside-days', params: { first: '2026-11-25', last: '2027-02-22' } }],
    [
      '2026-11-29',
      { code: 'closed-day', params: { day: '2026-11-29', reason: '日曜日', open: '2026-11-27' } },
    ],
  ])('is not set for %s', async (until, problem) => {
    expect(await hold(until)).toMatchObject({
      code: 'fields-wrong',
      fields: [{ field: 'until', ...problem }],
    });
    expect(await held()).toBeUndefined();
  });

  test('may be set for the first and the last possible day', async () => {
    granted(await hold('2026-11-25'));
    granted(await lift());
    granted(await hold('2027-02-22'));
  });

  test('is lifted by hand, by any clerk, and not twice', async () => {
    granted(await hold());
    granted(await lift(office.staff.otherClerk));
    expect(await served()).toBe(posting.id);
    expect(await lift()).toMatchObject({ code: 'not-held' });
  });

  test('is put on hold once by two at once', async () => {
    const answers = await Promise.all([hold(), hold('2026-12-01', office.staff.otherClerk)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'held-already' });
  });

  test('lets its reviewer go, so that nobody seems to be at it', async () => {
    granted(await office.perform(beginReview, office.staff.clerk, shown()));
    granted(await hold());
    const claims = await database.reader('review_claim').where({ posting_id: posting.id });
    expect(claims).toEqual([]);
  });

  test('is on hold no more once it is decided, and not after it comes back either', async () => {
    granted(await hold());
    granted(
      await office.perform(acceptPosting, office.staff.otherClerk, {
        ...shown(),
        overrideReason: null,
        note: null,
      }),
    );
    expect(await held()).toBeUndefined();
    expect(await database.reader('review_hold')).toEqual([]);
    posting = await office.now(posting.id);
    await expect(hold()).rejects.toMatchObject({
      name: 'Conflict',
      decided: { by: '確認 太郎（見本）', action: 'posting.accepted' },
    });
  });

  test.each([
    ['差戻し', returnPosting, { reasons: ['wage'], fields: [], message: '賃金を直してください。' }],
    ['不受理の起案', proposeRefusal, { ground: 'no_report', reason: '報告がないため' }],
  ] as const)('is on hold no more after a %s', async (_word, procedure, input) => {
    granted(await hold());
    granted(
      await office.perform(procedure as typeof returnPosting, office.staff.clerk, {
        ...shown(),
        ...input,
      } as never),
    );
    expect(await database.reader('review_hold')).toEqual([]);
  });

  test('leaves its reason in the log as a personal value, and counts its 定型文', async () => {
    granted(
      await office.perform(addReasonTemplate, office.staff.supervisor, {
        kind: 'hold',
        title: '書類待ち',
        body: '36協定届の写しを待つため',
        reasonCode: null,
        position: 1,
      }),
    );
    granted(await hold());
    const row = await database.reader('audit_entry').where({ action: 'posting.held' }).first();
    expect(row).toMatchObject({ actor_id: office.staff.clerk.id, subject_id: posting.id });
    expect(JSON.parse(row.detail)).toMatchObject({ until: '2026-11-27' });
    expect(row.detail).not.toContain('36協定');
    expect(await reasonTemplates(database.reader, office.staff.clerk)).toMatchObject([
      { kind: 'hold', used: 1 },
    ]);
  });

  test('is not for an auditor, and does not exist for another office', async () => {
    await expect(hold('2026-11-27', office.staff.auditor)).rejects.toMatchObject({ name: 'Forbidden' });
    await expect(hold('2026-11-27', office.staff.neighbour)).rejects.toMatchObject({ name: 'NotFound' });
    granted(await hold());
    await expect(lift(office.staff.neighbour)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(lift(office.staff.auditor)).rejects.toMatchObject({ name: 'Forbidden' });
    expect(await held(office.staff.neighbour)).toBeUndefined();
    expect((await queue({}, office.staff.neighbour)).held).toBe(0);
  });
});
