import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { searchTerms } from '#app/components/establishment/searchTerms.ts';
import type { EmployerActor, StaffActor } from '#app/domain/actor.ts';
import type { Posting } from '#app/domain/posting.ts';
import { searchKey } from '#app/forms/searchKey.ts';
import { askStop } from '#app/procedures/changeRequest/askStop.ts';
import { uploadImages } from '#app/procedures/image/upload.ts';
import { beginReview } from '#app/procedures/posting/beginReview.ts';
import { proposeRefusal } from '#app/procedures/posting/proposeRefusal.ts';
import { resendPosting } from '#app/procedures/posting/resend.ts';
import { returnPosting } from '#app/procedures/posting/return.ts';
import { assignItems } from '#app/procedures/queue/assign.ts';
import { queueNews } from '#db/queries/queue/news.ts';
import { nextInQueue } from '#db/queries/queue/next.ts';
import { type QueueFilter, queuePage } from '#db/queries/queue/page.ts';
import type { QueueSort } from '#db/queries/queue/rows.ts';
import { bitmap } from '#fixtures/pictures.ts';
import { completePosting } from '#fixtures/postings.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { heldFiles } from '#test/support/uploads.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

type Asked = Partial<QueueFilter> & { sort?: QueueSort; page?: number };

const titled = (title: string) => completePosting({ job_title: title });

describeOnEveryDatabase('The queue of the counter', (open) => {
  let database: TestDatabase;
  let office: World;
  let early: Posting;
  let late: Posting;
  let employer: EmployerActor;
  const today = '2026-11-26';
  const now = () => office.clock.now().toISOString();

  /** Two postings that wait for a visit, two days apart: due 2026-12-08 and 2026-12-10. */
  beforeEach(async () => {
    database = await open();
    office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    employer = await office.openedAtCounter();
    early = await office.submitted(employer, await office.filledIn(employer, titled('先の求人')));
    office.clock.moveTo('2026-11-26T10:00:00+09:00');
    const other = await office.openedAtCounter('b@example.co.jp');
    late = await office.submitted(other, await office.filledIn(other, titled('後の求人')));
  });

  const queue = (asked: Asked = {}, by = office.staff.clerk, on = today) =>
    queuePage(
      database.reader,
      by,
      { kind: null, due: null, holder: null, search: null, page: 1, ...asked },
      on,
      now(),
    );
  const titles = async (asked: Asked = {}, on = today) =>
    (await queue(asked, office.staff.clerk, on)).rows.map((row) => row.title);
  const searched = (text: string): QueueFilter['search'] => ({
    key: searchKey(text),
    text,
    digits: searchTerms(text).digits,
  });
  const next = (by: StaffActor = office.staff.clerk, asked: Parameters<typeof nextInQueue>[3] = {}) =>
    nextInQueue(database.reader, by, now(), asked);
  const give = async (posting: Posting, to: StaffActor | null) =>
    granted(
      await office.perform(assignItems, office.staff.clerk, {
        items: [{ type: 'posting', id: posting.id }],
        staffId: to?.id ?? null,
      }),
    );

  test('has the earliest due date first, with the reasons of the visit', async () => {
    const { rows } = await queue();
    expect(rows.map(({ kind, title, due }) => [kind, title, due])).toEqual([
      ['visit', '先の求人', '2026-12-08'],
      ['visit', '後の求人', '2026-12-10'],
    ]);
    expect(rows[0]?.reasons).toEqual([{ rule: 'VR5', title: expect.stringContaining('1年') }]);
  });

  test('puts what is not due any more behind, oldest first: a visit settles the due date', async () => {
    await office.visited(early, '2026-11-26');
    expect(await titles()).toEqual(['後の求人', '先の求人']);
    expect((await queue({ kind: 'new' })).rows).toMatchObject([{ title: '先の求人', due: null }]);
  });

  test('holds every kind in one order, with a count for each tab', async () => {
    const accepted = await office.accepted(await office.visited(late, '2026-11-26'));
    office.clock.moveOn(60_000);
    await office.visited(early, '2026-11-26');
    const establishmentId = employer.establishmentId ?? '';
    const files = heldFiles(office, bitmap(40, 30), bitmap(50, 30));
    office.clock.moveOn(60_000);
    granted(await office.perform(uploadImages, employer, { establishmentId, purpose: 'exterior', files }));
    const shown = { postingId: accepted.id, version: accepted.version };
    const other = await office.stores.accounts.findByEmail('b@example.co.jp');
    const stopper: EmployerActor = {
      kind: 'employer',
      accountId: other?.id ?? '',
      email: 'b@example.co.jp',
      establishmentId: other?.establishmentId ?? null,
    };
    granted(
      await office.perform(askStop, stopper, {
        ...shown,
        reason: '採用が決まったため',
        stopOn: '2026-12-01',
      }),
    );
    await database.writer('account').where({ id: employer.accountId }).update({ withdrawn_on: '2026-11-25' });

    const { rows, counts, total } = await queue();
    expect(rows.map(({ kind, due, images }) => [kind, due, images])).toEqual([
      ['stop', '2026-12-01', 0],
      ['withdrawal', null, 0],
      ['new', null, 0],
      ['image', null, 2],
    ]);
    expect({ total, ...counts }).toEqual({
      total: 4,
      new: 1,
      content: 0,
      stop: 1,
      extension: 0,
      establishment: 0,
      image: 1,
      check: 0,
      visit: 0,
      withdrawal: 1,
    });
    expect(rows[0]).toMatchObject({ title: '後の求人', number: accepted.number });
    expect((await queue({ kind: 'image' })).rows).toMatchObject([{ id: establishmentId, establishmentId }]);
    expect((await queue({}, office.staff.neighbour)).total).toBe(0);
    // 次の1件 goes through all that can be decided, and leaves 退会 alone.
    const [stop, , posting, images] = rows;
    expect(await next()).toMatchObject({ kind: 'stop', id: stop?.id });
    expect(await next(undefined, { except: { kind: 'content', id: stop?.id ?? '' } })).toMatchObject({
      kind: 'new',
      id: posting?.id,
    });
    expect(await next(undefined, { kind: 'image' })).toMatchObject({ kind: 'image', id: images?.id });
    expect(await next(undefined, { kind: 'withdrawal' })).toBeNull();
    expect(await next(office.staff.neighbour)).toBeNull();
  });

  test('counts each kind under the other filters', async () => {
    await office.visited(early, '2026-11-26');
    const { counts } = await queue({ kind: 'new' });
    expect(counts).toMatchObject({ new: 1, visit: 1 });
    expect((await queue({ search: searched('後の求人') })).counts).toMatchObject({ new: 0, visit: 1 });
  });

  test('tells due today, overdue and ahead apart to the day', async () => {
    expect(await titles({ due: 'ahead' }, '2026-12-07')).toEqual(['先の求人', '後の求人']);
    expect(await titles({ due: 'today' }, '2026-12-08')).toEqual(['先の求人']);
    expect(await titles({ due: 'overdue' }, '2026-12-08')).toEqual([]);
    expect(await titles({ due: 'overdue' }, '2026-12-09')).toEqual(['先の求人']);
    await office.visited(early, '2026-11-26');
    expect(await titles({ due: 'ahead' }, '2026-12-07')).toEqual(['後の求人']);
  });

  test('is searched by job title, establishment and its number', async () => {
    const establishment = await office.stores.establishments.find({ kind: 'all' }, early.establishmentId);
    expect(await titles({ search: searched('先の') })).toEqual(['先の求人']);
    expect(await titles({ search: searched(establishment?.name ?? '') })).toEqual(['先の求人']);
    expect(await titles({ search: searched(establishment?.number ?? '') })).toEqual(['先の求人']);
    expect(await titles({ search: searched('%') })).toEqual([]);
  });

  test('has fifty rows a page, and shows the last page when one beyond the end is asked for', async () => {
    expect(await queue({ page: 9 })).toMatchObject({ page: 1, pages: 1, total: 2 });
    const [model] = await database.reader('posting').where({ id: early.id });
    for (let copy = 0; copy < 59; copy += 1) {
      const job_title = `写し${String(copy).padStart(2, '0')}`;
      await database
        .writer('posting')
        .insert({ ...model, id: randomUUID(), job_title, due_date: '2026-12-09' });
    }
    const first = await queue({ page: 1, sort: { by: 'title', down: false } });
    const second = await queue({ page: 2, sort: { by: 'title', down: false } });
    expect([first.rows.length, second.rows.length, second.pages]).toEqual([50, 11, 2]);
    const shown = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(new Set(shown).size).toBe(61);
    expect(await titles({ page: 2 })).toEqual(expect.arrayContaining(['後の求人']));
  });

  test("is each office's own, and has no drafts", async () => {
    await office.filledIn(employer);
    expect((await queue()).total).toBe(2);
    expect((await queue({}, office.staff.neighbour)).total).toBe(0);
  });

  test('is sorted by a column, either way, and what has no value stands last', async () => {
    const by = (down: boolean) => titles({ sort: { by: 'due', down } });
    expect(await by(false)).toEqual(['先の求人', '後の求人']);
    expect(await by(true)).toEqual(['後の求人', '先の求人']);
    expect(await titles({ sort: { by: 'since', down: true } })).toEqual(['後の求人', '先の求人']);
    expect(await titles({ sort: { by: 'establishment', down: false } })).toHaveLength(2);
    await office.visited(late, '2026-11-26');
    expect(await by(true)).toEqual(['先の求人', '後の求人']);
    expect(await titles({ sort: { by: 'kind', down: false } })).toEqual(['後の求人', '先の求人']);
    expect(await titles({ sort: { by: 'kind', down: true } })).toEqual(['先の求人', '後の求人']);
  });

  test('marks what an employer has sent again, and a refusal to settle', async () => {
    const shown = { postingId: early.id, version: early.version };
    granted(
      await office.perform(returnPosting, office.staff.clerk, {
        ...shown,
        reasons: ['missing'],
        fields: [],
        message: '見本の説明',
      }),
    );
    const { version } = await office.now(early.id);
    granted(
      await office.perform(resendPosting, employer, {
        postingId: early.id,
        version,
        confirmed: office.everyRule,
      }),
    );
    const again = (await queue()).rows.find(({ id }) => id === early.id);
    expect(again?.sentAgain).toBe(true);
    expect((await queue()).rows.find(({ id }) => id === late.id)?.sentAgain).toBe(false);
  });

  test('is filtered by 担当: mine by assignment or by review, and nobody’s', async () => {
    const { clerk, otherClerk } = office.staff;
    await give(early, clerk);
    expect(await titles({ holder: 'mine' })).toEqual(['先の求人']);
    expect(await titles({ holder: 'none' })).toEqual(['後の求人']);
    expect((await queue({ holder: 'mine' }, otherClerk)).counts.visit).toBe(0);
    granted(await office.perform(beginReview, otherClerk, { postingId: late.id, version: late.version }));
    expect((await queue({ holder: 'mine' }, otherClerk)).rows).toMatchObject([
      { title: '後の求人', holder: { name: otherClerk.name, own: true }, assignee: null },
    ]);
    expect(await titles({ holder: 'none' })).toEqual([]);
    office.clock.moveOn(10 * 60_000);
    expect(await titles({ holder: 'none' })).toEqual(['後の求人']);
    expect((await queue()).rows[0]?.assignee).toEqual({ name: clerk.name, own: true });
  });

  test('hands out next what is ready for review, never what is open or somebody else’s', async () => {
    expect(await next()).toBeNull();
    expect(await next(undefined, { kind: 'visit' })).toMatchObject({ kind: 'visit', id: early.id });
    await office.visited(late, '2026-11-26');
    office.clock.moveOn(60_000);
    await office.visited(early, '2026-11-26');
    expect(await next()).toMatchObject({ kind: 'new', id: late.id });
    expect(await next(undefined, { except: { kind: 'visit', id: late.id } })).toMatchObject({
      kind: 'new',
      id: early.id,
    });
    await give(late, office.staff.otherClerk);
    expect(await next()).toMatchObject({ kind: 'new', id: early.id });
    expect(await next(office.staff.otherClerk)).toMatchObject({ kind: 'new', id: late.id });
    await give(late, null);
    expect(await next()).toMatchObject({ kind: 'new', id: late.id });
  });

  test('hands a proposed refusal to another supervisor than the proposer, and to no clerk', async () => {
    const shown = { postingId: early.id, version: early.version };
    granted(
      await office.perform(proposeRefusal, office.staff.supervisor, {
        ...shown,
        ground: 'missing_conditions',
        reason: '見本の理由',
      }),
    );
    expect((await queue({ kind: 'new' })).rows).toMatchObject([{ state: 'refusal_proposed' }]);
    expect(await next(office.staff.supervisor)).toBeNull();
    expect(await next(office.staff.clerk)).toBeNull();
    expect(await next(office.staff.otherSupervisor)).toMatchObject({ kind: 'new', id: early.id });
  });

  test('says how many items came after a page was made, and who reviews what it shows', async () => {
    const since = now();
    const news = (asked: Partial<QueueFilter> = {}, by = office.staff.clerk) =>
      queueNews(
        database.reader,
        by,
        { kind: null, due: null, holder: null, search: null, ...asked },
        { since, postings: [early.id, late.id] },
        today,
        now(),
      );
    expect(await news()).toEqual({ arrived: 0, holders: {} });
    office.clock.moveOn(1);
    const third = await office.openedAtCounter('c@example.co.jp');
    await office.submitted(third, await office.filledIn(third, titled('新しい求人')));
    granted(
      await office.perform(beginReview, office.staff.otherClerk, {
        postingId: early.id,
        version: early.version,
      }),
    );
    const heard = await news();
    expect(heard.arrived).toBe(1);
    expect(heard.holders).toMatchObject({ [early.id]: { name: office.staff.otherClerk.name, own: false } });
    expect((await news({ kind: 'new' })).arrived).toBe(0);
    expect((await news({ search: searched('新しい') })).arrived).toBe(1);
    expect(await news({}, office.staff.neighbour)).toEqual({ arrived: 0, holders: {} });
  });
});
