import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { EmployerActor, StaffActor } from '#app/domain/actor.ts';
import { addDays } from '#app/domain/calendar.ts';
import { businessDate } from '#app/domain/clock.ts';
import type { Posting } from '#app/domain/posting.ts';
import { periodFrom, type ReportPeriod } from '#app/domain/reportPeriod.ts';
import type { FigureRow, Statistics } from '#app/domain/statistics.ts';
import { acceptRequest } from '#app/procedures/changeRequest/accept.ts';
import { askStop } from '#app/procedures/changeRequest/askStop.ts';
import { rejectRequest } from '#app/procedures/changeRequest/reject.ts';
import { decideImages } from '#app/procedures/image/decide.ts';
import { uploadImages } from '#app/procedures/image/upload.ts';
import { proposeRefusal } from '#app/procedures/posting/proposeRefusal.ts';
import { returnPosting } from '#app/procedures/posting/return.ts';
import { settleRefusal } from '#app/procedures/posting/settleRefusal.ts';
import { undoDecision } from '#app/procedures/posting/undo.ts';
import { addReasonTemplate } from '#app/procedures/reasonTemplate/add.ts';
import { reportOf } from '#app/procedures/statistics/report.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { officeRecords } from '#db/queries/statistics.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { heldFiles, pictures } from '#test/support/uploads.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

describeOnEveryDatabase('統計 of an office', (open) => {
  let database: TestDatabase;
  let office: World;
  let employer: EmployerActor;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    employer = await office.openedAtCounter();
  });

  const handIn = async (): Promise<Posting> => {
    const sent = await office.submitted(employer, await office.filledIn(employer));
    return sent.state === 'under_review' ? sent : office.visited(sent, sent.appliedOn ?? '');
  };
  const giveBack = async ({ id, version }: Posting, message = '直してください。') =>
    granted(
      await office.perform(returnPosting, office.staff.clerk, {
        postingId: id,
        version,
        reasons: ['wage', 'hours'],
        fields: [],
        message,
      }),
    );
  const figures = async (
    code: string | ReportPeriod,
    by: StaffActor = office.staff.clerk,
  ): Promise<Statistics> => {
    const period = typeof code === 'string' ? periodFrom(code) : code;
    if (period === null) throw new Error('No such period.');
    const today = businessDate(office.clock.now());
    const records = await officeRecords(database.reader, by, period, today);
    return reportOf(period, records, await officeDays(database.reader, by), today).figures;
  };
  const named = (rows: readonly FigureRow[]) =>
    Object.fromEntries(rows.map(({ name, total }) => [name, total]));

  test('says how long a 受理 took, from the first application, in open days and hours', async () => {
    const posting = await handIn();
    office.clock.moveTo('2026-12-01T13:30:00+09:00');
    await office.accepted(posting);
    const { postings, empty } = await figures('2026-12');
    expect(named(postings)).toMatchObject({
      received: 0,
      accepted: 1,
      openDaysMedian: 5,
      openDaysP90: 5,
      hoursMedian: 171.5,
    });
    expect(empty).toBe(false);
    expect(named((await figures('2026-11')).postings)).toMatchObject({
      received: 1,
      accepted: 0,
      openDaysMedian: null,
    });
    const quarter = (await figures('2026-q3')).postings.find(({ name }) => name === 'accepted');
    expect(quarter).toMatchObject({ parts: [0, 0, 1], total: 1 });
  });

  test('ends a month with its last minute in Japan', async () => {
    const [first, second] = [await handIn(), await handIn()];
    office.clock.moveTo('2026-11-30T23:59:59.999+09:00');
    await giveBack(first);
    office.clock.moveTo('2026-12-01T00:00:00+09:00');
    await giveBack(second);
    const returned = (await figures('2026-q3')).postings.find(({ name }) => name === 'returned');
    expect(returned).toMatchObject({ parts: [0, 1, 1], total: 2 });
  });

  test('counts no decision that was taken back', async () => {
    const posting = await handIn();
    for (const decide of [office.accepted, giveBack]) {
      const shown = await office.now(posting.id);
      await decide(shown);
      const { id, version } = await office.now(posting.id);
      granted(
        await office.perform(undoDecision, office.staff.clerk, {
          postingId: id,
          version,
          reason: '取り違えたため',
        }),
      );
    }
    const { postings, reasons } = await figures('2026-11');
    expect(named(postings)).toMatchObject({ received: 1, accepted: 0, returned: 0, returnRate: null });
    expect(reasons).toEqual([]);
  });

  test('ranks the reasons of 差戻し, and the 定型文 whose words were sent', async () => {
    granted(
      await office.perform(addReasonTemplate, office.staff.supervisor, {
        kind: 'return',
        title: '休憩時間',
        body: '・休憩時間を入力してください。',
        reasonCode: 'hours',
        position: 1,
      }),
    );
    await giveBack(await handIn(), 'お願いします。\n・休憩時間を入力してください。');
    await giveBack(await handIn());
    const { reasons, templates, postings } = await figures('2026-11');
    expect(reasons).toEqual([
      expect.objectContaining({ code: 'wage', count: 2, share: 100 }),
      expect.objectContaining({ code: 'hours', count: 2, share: 100 }),
    ]);
    expect(templates).toEqual([expect.objectContaining({ title: '休憩時間', count: 1, share: 50 })]);
    expect(named(postings)).toMatchObject({ returned: 2, returnRate: 100 });
  });

  test('counts a 不受理 once a supervisor has confirmed it', async () => {
    const { id, version } = await handIn();
    granted(
      await office.perform(proposeRefusal, office.staff.clerk, {
        postingId: id,
        version,
        ground: 'unlawful_content',
        reason: '見本',
      }),
    );
    expect(named((await figures('2026-11')).postings)).toMatchObject({ refused: 0 });
    expect((await figures('2026-11')).backlog.total).toBe(1);
    granted(
      await office.perform(settleRefusal, office.staff.supervisor, {
        postingId: id,
        version: version + 1,
        settlement: 'confirmed',
        comment: null,
      }),
    );
    const { postings, backlog } = await figures('2026-11');
    expect(named(postings)).toMatchObject({ refused: 1, returnRate: 0 });
    expect(backlog).toMatchObject({ total: 0, median: null, longest: null });
  });

  test('follows changes from the application to the answer', async () => {
    const postings = [await office.accepted(await handIn()), await office.accepted(await handIn())];
    const answers = [];
    for (const { id, version } of postings) {
      const asked = { postingId: id, version, reason: '見本', stopOn: '2026-12-10' };
      const { requestId } = granted(await office.perform(askStop, employer, asked));
      answers.push({ requestId, version: 1 });
    }
    office.clock.moveTo('2026-11-26T10:00:00+09:00');
    const [first, second] = answers;
    if (!first || !second) throw new Error('Two were asked for.');
    granted(await office.perform(acceptRequest, office.staff.clerk, { ...first, overrideReason: null }));
    granted(await office.perform(rejectRequest, office.staff.clerk, { ...second, message: '見本' }));
    expect(named((await figures('2026-11')).changes)).toMatchObject({
      received: 2,
      accepted: 1,
      rejected: 1,
      returned: 0,
      returnRate: 0,
      openDaysMedian: 2,
      hoursP90: 48,
    });
  });

  test('follows images from the upload to the decision', async () => {
    const establishmentId = employer.establishmentId ?? '';
    const files = heldFiles(office, ...pictures(3));
    granted(await office.perform(uploadImages, employer, { establishmentId, purpose: 'workplace', files }));
    office.clock.moveTo('2026-11-25T09:00:00+09:00');
    const [first, second] = await office.stores.images.of(establishmentId);
    if (!first || !second) throw new Error('Three were uploaded.');
    const vote = { reasons: [], message: null };
    granted(
      await office.perform(decideImages, office.staff.clerk, {
        establishmentId,
        decisions: [
          { ...vote, imageId: first.id, version: first.version, publish: true },
          { imageId: second.id, version: second.version, publish: false, reasons: [], message: '見本' },
        ],
      }),
    );
    expect(named((await figures('2026-11')).images)).toEqual({
      received: 3,
      published: 1,
      returned: 1,
      returnRate: 50,
      openDaysMedian: 1,
      openDaysP90: 1,
      hoursMedian: 23,
      hoursP90: 23,
    });
  });

  test('counts restrictions by the day they begin and the day they are lifted', async () => {
    const { stores, staff } = office;
    const { officeId } = staff.clerk;
    const id = randomUUID();
    const establishmentId = employer.establishmentId ?? '';
    const begun = { id, establishmentId, officeId, begunOn: '2026-11-30', verdictId: null, released: null };
    await stores.restrictions.insert(begun);
    expect((await figures('2026-12')).now.restricted).toBe(1);
    await stores.restrictions.release(id, {
      on: '2026-12-01',
      by: staff.clerk.id,
      reason: '見本',
      promisedOn: null,
      spokenTo: null,
      channel: null,
      transferId: null,
    });
    const { restrictions, now } = await figures('2026-q3');
    expect(restrictions.map(({ parts }) => parts)).toEqual([
      [0, 1, 0],
      [0, 0, 1],
    ]);
    expect(now.restricted).toBe(0);
  });

  test('counts visits, and those past their due date; what is overdue now stands beside it', async () => {
    const sent = await office.submitted(employer, await office.filledIn(employer));
    const due = sent.dueDate ?? '';
    office.clock.moveTo(`${addDays(due, 1)}T10:00:00+09:00`);
    expect((await figures('2026-12')).now.overdueVisits).toBe(1);
    await office.visited(sent, addDays(due, -1));
    const { visits, now, backlog } = await figures('2026-12');
    expect(named(visits)).toEqual({ registered: 1, late: 0 });
    expect(now.overdueVisits).toBe(0);
    expect(backlog.rows.find(({ total }) => total > 0)).toMatchObject({ from: 0, total: 1 });
  });

  test('counts what lies within days of somebody’s choice, both ends included', async () => {
    await handIn();
    const free = (from: string, until: string) => figures({ kind: 'free', from, until });
    expect(named((await free('2026-11-24', '2026-11-24')).postings).received).toBe(1);
    expect(named((await free('2026-11-01', '2026-11-23')).postings).received).toBe(0);
    expect((await free('2026-11-25', '2027-11-24')).empty).toBe(true);
  });

  test('is empty at another office', async () => {
    await office.accepted(await handIn());
    await handIn();
    const report = await figures('2026-11', office.staff.neighbour);
    expect(report.empty).toBe(true);
    expect(report.backlog.total).toBe(0);
  });
});
