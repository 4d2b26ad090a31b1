import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type HomeLists, nextDeadline, nextThings, type PostingLine } from '#app/components/mypage/lists.ts';
import { addDays } from '#app/domain/calendar.ts';
import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import type { Posting } from '#app/domain/posting.ts';
import { proposeRefusal } from '#app/procedures/posting/proposeRefusal.ts';
import { returnPosting } from '#app/procedures/posting/return.ts';
import { homeRows, mypageHome } from '#db/queries/mypageHome.ts';
import { mypagePosting } from '#db/queries/mypagePosting.ts';
import { mypagePostings } from '#db/queries/mypagePostings.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openOffice, granted as resultOf } from '#test/support/world.ts';

describeOnEveryDatabase('The home screen of an employer', (open) => {
  const applied = async () => {
    const database = await open();
    const office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const posting = await office.submitted(employer, await office.filledIn(employer));
    return {
      database,
      office,
      employer,
      posting,
      shown: { postingId: posting.id, version: posting.version },
    };
  };

  test('asks for the visit first, with the date and how it was counted', async () => {
    const { database, employer, posting } = await applied();
    const home = await mypageHome(database.reader, employer);
    expect(home.lists).toMatchObject({
      valid: { rows: [], total: 0 },
      applied: { rows: [{ id: posting.id }], total: 1 },
      ended: { total: 0 },
      drafts: { total: 0 },
    });
    expect(nextDeadline(home.lists)).toMatchObject({ kind: 'visit', day: posting.dueDate });
    const [first] = nextThings(home.establishment, home.lists);
    expect(first).toMatchObject({
      kind: 'visit',
      dueDate: posting.dueDate,
      posting: { dueDateBasis: { from: '2026-11-24', days: 14 } },
    });
  });

  test('tells the registration of the establishment and the visit of a posting as one errand', () => {
    const posting = { state: 'awaiting_visit', dueDate: '2026-12-08', returned: null } as PostingLine;
    const provisional = { state: 'provisional' } as const;
    const none = { rows: [], total: 0 };
    const lists: HomeLists = { valid: none, applied: none, ended: none, drafts: none };
    expect(nextThings(provisional, { ...lists, applied: { rows: [posting], total: 1 } })).toMatchObject([
      { kind: 'visit' },
      { kind: 'registration-open', withVisit: true },
    ]);
    expect(nextThings(provisional, lists)).toMatchObject([
      { kind: 'registration-open', withVisit: false },
      { kind: 'first-posting' },
    ]);
  });

  test('keeps the time of the application on the receipt when the visit is made', async () => {
    const { database, office, employer, posting } = await applied();
    office.clock.moveTo('2026-11-26T15:00:00+09:00');
    await office.visited(posting, '2026-11-26');
    expect(await mypagePosting(database.reader, employer, posting.id)).toMatchObject({
      posting: { state: 'under_review', waitingSince: '2026-11-26T06:00:00.000Z' },
      receivedAt: '2026-11-24T01:00:00.000Z',
    });
  });

  test('shows the words of the clerk when a posting comes back', async () => {
    const { database, office, employer, shown } = await applied();
    resultOf(
      await office.perform(returnPosting, office.staff.clerk, {
        ...shown,
        reasons: ['wage'],
        fields: ['base_pay_min'],
        message: '賃金の下限を確認してください。',
      }),
    );
    const { establishment, lists } = await mypageHome(database.reader, employer);
    expect(nextThings(establishment, lists)).toMatchObject([
      { kind: 'returned', message: '賃金の下限を確認してください。' },
    ]);
  });

  test('names returned requests and rejected images, until they are dealt with', async () => {
    const { database, office, employer, posting } = await applied();
    const establishment = await office.stores.establishments.find({ kind: 'all' }, posting.establishmentId);
    const asked = {
      id: randomUUID(),
      kind: 'establishment',
      establishmentId: posting.establishmentId,
      officeId: posting.officeId,
      accountId: employer.accountId,
      postingId: null,
      state: 'returned',
      before: establishment?.details ?? {},
      after: establishment?.details ?? {},
      stopReason: null,
      stopOn: null,
      answer: '登記事項証明書をお持ちください。',
      decidedAt: '2026-11-24T02:00:00.000Z',
      waitingSince: '2026-11-24T01:00:00.000Z',
      version: 1,
      createdAt: '2026-11-24T01:00:00.000Z',
    } satisfies ChangeRequest;
    await office.stores.changeRequests.insert(asked);
    const things = async () => {
      const { establishment: own, lists, ...sentBack } = await mypageHome(database.reader, employer);
      return nextThings(own, lists, [], sentBack);
    };
    expect(await things()).toMatchObject([
      { kind: 'visit' },
      { kind: 'change-returned', change: { id: asked.id, kind: 'establishment', message: asked.answer } },
    ]);
    await office.stores.changeRequests.update({ ...asked, state: 'withdrawn' });
    expect((await things()).map(({ kind }) => kind)).toEqual(['visit']);
    const stranger = { ...employer, establishmentId: '11111111-1111-4111-8111-111111111111' };
    expect(await mypageHome(database.reader, stranger)).toMatchObject({
      returnedChanges: [],
      rejectedImages: { returned: 0, hidden: 0 },
    });
  });

  test('never shows a refusal that no supervisor has confirmed', async () => {
    const { database, office, employer, shown } = await applied();
    const ground = { ground: 'unfit_conditions', reason: '見本の理由です。' } as const;
    resultOf(await office.perform(proposeRefusal, office.staff.clerk, { ...shown, ...ground }));
    const home = await mypageHome(database.reader, employer);
    expect(home.lists.applied.rows.map(({ state }) => state)).toEqual(['under_review']);
    expect(await mypagePosting(database.reader, employer, shown.postingId)).toMatchObject({
      posting: { state: 'under_review' },
      refusal: null,
    });
  });

  test('does not reach a posting of another establishment', async () => {
    const { database, employer, shown } = await applied();
    const stranger = { ...employer, establishmentId: '11111111-1111-4111-8111-111111111111' };
    expect(await mypagePosting(database.reader, stranger, shown.postingId)).toBeUndefined();
    for (const actor of [stranger, { ...employer, establishmentId: null }])
      expect((await mypageHome(database.reader, actor)).lists.applied).toEqual({ rows: [], total: 0 });
  });

  test('shows the first of many, the next deadline first, and counts them all', async () => {
    const { database, office, employer, posting } = await applied();
    const valid = (day: number): Posting => ({
      ...posting,
      id: randomUUID(),
      state: 'valid',
      number: null,
      dueDate: null,
      validUntil: addDays('2027-01-01', day),
    });
    for (let day = 60; day > 0; day -= 1) await office.stores.postings.insert(valid(day));
    const { lists } = await mypageHome(database.reader, employer);
    expect(lists.valid).toMatchObject({ total: 60, rows: { length: homeRows } });
    expect(lists.valid.rows[0]).toMatchObject({ validUntil: '2027-01-02' });
    expect(nextDeadline(lists)).toMatchObject({ kind: 'visit', posting: { id: posting.id } });
    const last = await mypagePostings(database.reader, employer, 'valid', { page: 2 });
    expect(last).toMatchObject({ total: 60, pages: 2, rows: { length: 10 } });
    expect(last.rows.at(-1)).toMatchObject({ validUntil: '2027-03-02' });
  });

  test('puts what waits for the employer before what waits for the counter', async () => {
    const { database, office, employer, posting } = await applied();
    const other = (change: Partial<Posting>): Posting => ({ ...posting, id: randomUUID(), ...change });
    const visitDone = { state: 'under_review', visitedOn: '2026-11-24' } as const;
    await office.stores.postings.insert(other({ ...visitDone, jobTitle: '確認中' }));
    await office.stores.postings.insert(other({ ...visitDone, state: 'returned', jobTitle: '差戻し' }));
    await office.stores.postings.insert(other({ dueDate: '2026-11-27', jobTitle: '早い期限' }));
    const { lists } = await mypageHome(database.reader, employer);
    expect(lists.applied.rows.map(({ jobTitle }) => jobTitle)).toEqual([
      '早い期限',
      posting.jobTitle,
      '差戻し',
      '確認中',
    ]);
  });
});

test('results of applicants come before what came back, and go to the office where the MyPage cannot take them', () => {
  const none = { rows: [], total: 0 };
  const lists: HomeLists = { valid: none, applied: none, ended: none, drafts: { rows: [], total: 1 } };
  const registered = { state: 'registered' } as const;
  const back = { returnedChanges: [], rejectedImages: { returned: 1, hidden: 0 } };
  const missing = { here: 3, atOffice: 2, noticed: 1, overdue: 1 };
  const kinds = (deny: Parameters<typeof nextThings>[2]) =>
    nextThings(registered, lists, deny, back, missing);
  // A restriction never closes the results: they are its cure.
  for (const deny of [[], ['posting-apply', 'seeker-search'] as const])
    expect(kinds(deny)).toEqual([
      { kind: 'results-missing', missing },
      { kind: 'results-to-tell', count: 2 },
      expect.objectContaining({ kind: 'images-rejected' }),
    ]);
  expect(kinds(['applicants'])[0]).toEqual({ kind: 'results-to-tell', count: 5 });
});
