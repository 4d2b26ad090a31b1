import { beforeEach, expect, test } from 'vitest';
import type { EmployerActor, StaffActor } from '#app/domain/actor.ts';
import type { Posting } from '#app/domain/posting.ts';
import { addExtraCheck } from '#app/procedures/extraCheck/add.ts';
import { settleExtraCheck } from '#app/procedures/extraCheck/settle.ts';
import {
  checkedCount,
  checksAbout,
  checksOf,
  establishmentChecks,
  extraCheck,
} from '#db/queries/extraChecks.ts';
import { reviewPosting } from '#db/queries/reviewPosting.ts';
import { nextReview, type QueueFilter, reviewQueue } from '#db/queries/reviewQueue.ts';
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
      establishmentId: posting.establishmentId,
      postingId: about?.id ?? null,
      reason: '通報があったため（見本）',
      dueOn,
    });
  const settle = (checkId: string, by: StaffActor = office.staff.otherClerk, version = 1) =>
    office.perform(settleExtraCheck, by, { checkId, version, note: '電話で確認済み（見本）' });
  const everything: QueueFilter = { state: null, due: null, search: null, page: 1 };
  const queue = (filter: Partial<QueueFilter> = {}, by = office.staff.clerk) =>
    reviewQueue(database.reader, by, { ...everything, ...filter }, today);
  const titles = async (filter: Partial<QueueFilter> = {}) =>
    (await queue(filter)).rows.map(({ jobTitle }) => jobTitle);

  test('puts a valid posting into the queue, with its reason and day, until it is settled', async () => {
    const valid = await office.accepted(posting);
    expect(await titles()).toEqual([]);
    const { checkId } = granted(await add(valid));
    const { rows, counts } = await queue();
    expect(rows).toMatchObject([{ id: valid.id, state: 'valid' }]);
    expect(counts).toMatchObject({ all: 1, under_review: 0 });
    expect(await titles({ only: 'added' })).toEqual(['先の求人']);
    expect(await titles({ state: 'under_review' })).toEqual([]);
    expect((await checksOf(database.reader, office.staff.clerk, [valid.id]))[valid.id]).toMatchObject([
      { id: checkId, reason: '通報があったため（見本）', dueOn: '2026-11-27', by: '窓口 花子（見本）' },
    ]);
    expect(await checkedCount(database.reader, office.staff.clerk)).toBe(1);

    granted(await settle(checkId));
    expect(await titles()).toEqual([]);
    expect(await checkedCount(database.reader, office.staff.clerk)).toBe(0);
    expect(await extraCheck(database.reader, office.staff.clerk, checkId)).toMatchObject({
      settled: { by: '確認 太郎（見本）', note: '電話で確認済み（見本）' },
    });
    expect((await office.now(valid.id)).state).toBe('valid');
  });

  test('counts in the order of due days, and 次の1件 follows it', async () => {
    const second = await reviewable('後の求人');
    expect(await titles()).toEqual(['先の求人', '後の求人']);
    granted(await add(second, { dueOn: '2026-12-10' }));
    expect(await titles()).toEqual(['後の求人', '先の求人']);
    granted(await add(posting, { dueOn: '2026-12-09' }));
    expect(await titles()).toEqual(['先の求人', '後の求人']);
    granted(await add(second, { dueOn: '2026-12-01' }));
    expect(await titles()).toEqual(['後の求人', '先の求人']);
    const now = office.clock.now().toISOString();
    expect(await nextReview(database.reader, office.staff.clerk, now)).toBe(second.id);
    expect((await checksOf(database.reader, office.staff.clerk, [second.id]))[second.id]).toHaveLength(2);
    expect((await queue({ only: 'added' })).rows.map(({ id }) => id)).toEqual([second.id, posting.id]);
  });

  test('of an establishment stands in a list of its own and beside each of its postings', async () => {
    const { checkId } = granted(await add(null));
    expect(await establishmentChecks(database.reader, office.staff.clerk)).toMatchObject([
      { id: checkId, establishmentId: posting.establishmentId, ofEstablishment: true },
    ]);
    const about = { establishmentId: posting.establishmentId, postingId: posting.id };
    expect(await checksAbout(database.reader, office.staff.clerk, about)).toHaveLength(1);
    granted(await settle(checkId));
    expect(await establishmentChecks(database.reader, office.staff.clerk)).toEqual([]);
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
    expect(await establishmentChecks(database.reader, neighbour)).toEqual([]);
    expect((await queue({}, neighbour)).rows).toEqual([]);
  });
});
