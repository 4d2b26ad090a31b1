import { beforeEach, expect, test } from 'vitest';
import type { EmployerActor, StaffActor } from '#app/domain/actor.ts';
import type { Posting } from '#app/domain/posting.ts';
import { addExtraCheck } from '#app/procedures/extraCheck/add.ts';
import { settleExtraCheck } from '#app/procedures/extraCheck/settle.ts';
import { checksAbout, checksOf, extraCheck } from '#db/queries/extraChecks.ts';
import { type QueueFilter, unfiltered } from '#db/queries/queue/filter.ts';
import { nextInQueue } from '#db/queries/queue/next.ts';
import { queuePage } from '#db/queries/queue/page.ts';
import { reviewPosting } from '#db/queries/reviewPosting.ts';
import { staffCounts } from '#db/queries/staffCounts.ts';
import { completePosting } from '#fixtures/postings.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

describeOnEveryDatabase('A check that staff add by hand', (open) => {
  let database: TestDatabase;
  let office: World;
  let employer: EmployerActor;
  let posting: Posting;
  const today = '2026-11-24';

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    employer = await office.openedAtCounter();
    posting = await reviewable('先の求人');
  });

  const reviewable = async (title: string) => {
    const content = completePosting({ job_title: title });
    const sent = await office.submitted(employer, await office.filledIn(employer, content));
    office.clock.moveOn(60_000);
    return sent.state === 'under_review' ? sent : office.visited(sent, today);
  };
  const add = (
    about: Posting | null,
    { dueOn = '2026-11-27', by = office.staff.clerk }: { dueOn?: string; by?: StaffActor } = {},
  ) =>
    office.perform(addExtraCheck, by, {
      establishmentId: (about ?? posting).establishmentId,
      postingId: about?.id ?? null,
      reason: '通報があったため（見本）',
      dueOn,
    });
  const settle = (checkId: string, by: StaffActor = office.staff.otherClerk, version = 1) =>
    office.perform(settleExtraCheck, by, { checkId, version, note: '電話で確認済み（見本）' });
  const now = () => office.clock.now().toISOString();
  const queue = (filter: Partial<QueueFilter> = {}, by = office.staff.clerk) =>
    queuePage(database.reader, by, { ...unfiltered, ...filter, page: 1 }, today, now());
  const titles = async (filter: Partial<QueueFilter> = {}) =>
    (await queue(filter)).rows.map(({ title }) => title);
  const next = (asked: Parameters<typeof nextInQueue>[3] = {}) =>
    nextInQueue(database.reader, office.staff.clerk, now(), asked);

  test('puts a valid posting into the queue, with its reason and day, until it is settled', async () => {
    const valid = await office.accepted(posting);
    expect(await titles()).toEqual([]);
    const { checkId } = granted(await add(valid));
    const { rows, counts } = await queue();
    const check = {
      id: checkId,
      reason: '通報があったため（見本）',
      dueOn: '2026-11-27',
      by: '窓口 花子（見本）',
      ofEstablishment: false,
    };
    expect(rows).toMatchObject([
      {
        kind: 'check',
        id: checkId,
        postingId: valid.id,
        title: '先の求人',
        due: '2026-11-27',
        added: [check],
      },
    ]);
    expect(counts).toMatchObject({ check: 1, new: 0, visit: 0 });
    expect(await titles({ kind: 'check' })).toEqual(['先の求人']);
    expect(await titles({ kind: 'new' })).toEqual([]);

    granted(await settle(checkId));
    expect(await titles()).toEqual([]);
    expect(await extraCheck(database.reader, office.staff.clerk, checkId)).toMatchObject({
      settled: { by: '確認 太郎（見本）', note: '電話で確認済み（見本）' },
    });
    expect((await office.now(valid.id)).state).toBe('valid');
  });

  test('counts in the order of due days of its posting, which says so and stands with its own tab', async () => {
    const second = await reviewable('後の求人');
    const inTab = () => titles({ kind: 'new' });
    expect(await inTab()).toEqual(['先の求人', '後の求人']);
    granted(await add(second, { dueOn: '2026-12-10' }));
    expect(await inTab()).toEqual(['後の求人', '先の求人']);
    granted(await add(posting, { dueOn: '2026-12-09' }));
    expect(await inTab()).toEqual(['先の求人', '後の求人']);
    granted(await add(second, { dueOn: '2026-12-01' }));
    expect(await inTab()).toEqual(['後の求人', '先の求人']);
    const { rows, counts } = await queue({ kind: 'new' });
    expect(rows[0]).toMatchObject({ due: '2026-12-01', postingId: null });
    expect(rows[0]?.added.map(({ dueOn }) => dueOn)).toEqual(['2026-12-01', '2026-12-10']);
    expect(counts).toMatchObject({ new: 2, check: 3 });
    expect((await queue({ kind: 'check' })).rows.map(({ due }) => due)).toEqual([
      '2026-12-01',
      '2026-12-09',
      '2026-12-10',
    ]);
  });

  test('does not put off the visit: the earlier of the two days counts', async () => {
    const fresh = await office.openedAtCounter('b@example.co.jp');
    const awaited = await office.submitted(fresh, await office.filledIn(fresh));
    const due = async () => (await queue({ kind: 'visit' })).rows.map((row) => row.due);
    expect(await due()).toEqual(['2026-12-08']);
    granted(await add(awaited, { dueOn: '2026-12-09' }));
    expect(await due()).toEqual(['2026-12-08']);
    granted(await add(awaited, { dueOn: '2026-12-07' }));
    expect(await due()).toEqual(['2026-12-07']);
    expect((await queue({ due: 'ahead' })).counts).toMatchObject({ visit: 1, check: 2 });
  });

  test('is handed out by 次の1件 in the order of days, and never from the page that shows it', async () => {
    const valid = await office.accepted(posting);
    const later = granted(await add(null, { dueOn: '2026-12-02' }));
    const sooner = granted(await add(valid, { dueOn: '2026-12-01' }));
    const { establishmentId } = valid;
    expect(await next()).toEqual({
      kind: 'check',
      id: sooner.checkId,
      postingId: valid.id,
      establishmentId,
    });
    const except = { kind: 'new', id: valid.id } as const;
    expect(await next({ kind: 'check', except })).toEqual({
      kind: 'check',
      id: later.checkId,
      postingId: null,
      establishmentId,
    });
    expect(await next({ kind: 'check', except: { kind: 'check', id: sooner.checkId } })).toMatchObject({
      id: later.checkId,
    });
    granted(await settle(later.checkId));
    expect(await next({ except })).toBeNull();
  });

  test('that is due today counts among what is due today', async () => {
    const dueToday = async () =>
      (await staffCounts(database.reader, office.staff.clerk, today, now())).dueToday;
    expect(await dueToday()).toBe(0);
    granted(await add(null, { dueOn: today }));
    expect(await dueToday()).toBe(1);
  });

  test('of an establishment stands beside each of its postings', async () => {
    const { checkId } = granted(await add(null));
    expect((await queue({ kind: 'check' })).rows).toMatchObject([
      { id: checkId, establishmentId: posting.establishmentId, postingId: null, title: null },
    ]);
    const about = { establishmentId: posting.establishmentId, postingId: posting.id };
    expect(await checksAbout(database.reader, office.staff.clerk, about)).toHaveLength(1);
    granted(await settle(checkId));
    expect((await queue({ kind: 'check' })).rows).toEqual([]);
    expect(await checksAbout(database.reader, office.staff.clerk, about)).toEqual([]);
  });

  test('may be due today, and not on a closed day or in the past', async () => {
    granted(await add(posting, { dueOn: '2026-11-24' }));
    expect(await add(posting, { dueOn: '2026-11-23' })).toMatchObject({
      fields: [{ field: 'due_on', code: 'outside-days' }],
    });
    expect(await add(posting, { dueOn: '2026-11-28' })).toMatchObject({
      fields: [{ field: 'due_on', code: 'closed-day', params: { reason: '土曜日', open: '2026-11-27' } }],
    });
    expect(await add(posting, { dueOn: '2027-02-23' })).toMatchObject({
      fields: [{ field: 'due_on', code: 'outside-days' }],
    });
  });

  test('is settled once by two at once; the other reads by whom', async () => {
    const { checkId } = granted(await add(posting));
    const answers = await Promise.allSettled([settle(checkId), settle(checkId, office.staff.supervisor)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: {
        name: 'Conflict',
        decided: { action: 'extraCheck.settled', by: expect.stringMatching(/見本/) },
      },
    });
  });

  test('stands in 経過 of the posting, its reason among the personal values', async () => {
    const { checkId } = granted(await add(posting));
    granted(await settle(checkId));
    const review = await reviewPosting(database.reader, office.staff.clerk, posting.id);
    expect(review?.timeline.slice(0, 2).map(({ action }) => action)).toEqual([
      'extraCheck.settled',
      'extraCheck.added',
    ]);
    const rows = await database.reader('audit_entry').where({ subject_type: 'extra_check' });
    expect(rows.map(({ detail }) => detail).join()).not.toContain('通報');
  });

  test('is not for an auditor, and does not exist for another office', async () => {
    const { auditor, neighbour } = office.staff;
    await expect(add(posting, { by: auditor })).rejects.toMatchObject({ name: 'Forbidden' });
    await expect(add(posting, { by: neighbour })).rejects.toMatchObject({ name: 'NotFound' });
    const { checkId } = granted(await add(posting));
    granted(await add(null));
    await expect(settle(checkId, neighbour)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(settle(checkId, auditor)).rejects.toMatchObject({ name: 'Forbidden' });
    expect(await extraCheck(database.reader, neighbour, checkId)).toBeNull();
    expect((await queue({}, neighbour)).rows).toEqual([]);
    const asked = { postings: [posting.id], checks: [checkId] };
    expect((await checksOf(database.reader, neighbour, asked)).size).toBe(0);
  });
});
