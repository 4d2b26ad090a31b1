import { beforeEach, expect, test } from 'vitest';
import { searchTerms } from '#app/components/establishment/searchTerms.ts';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { Posting } from '#app/domain/posting.ts';
import { searchKey } from '#app/forms/normalise.ts';
import { proposeRefusal } from '#app/procedures/posting/proposeRefusal.ts';
import { nextReview, type QueueFilter, reviewQueue } from '#db/queries/reviewQueue.ts';
import { completePosting } from '#fixtures/postings.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

describeOnEveryDatabase('The queue of the counter', (open) => {
  let database: TestDatabase;
  let office: World;
  let early: Posting;
  let late: Posting;
  let employer: EmployerActor;
  const today = '2026-11-26';
  const everything: QueueFilter = { state: null, due: null, search: null, page: 1 };

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

  const titled = (title: string) => completePosting({ job_title: title });
  const queue = (filter: Partial<QueueFilter> = {}, by = office.staff.clerk, on = today) =>
    reviewQueue(database.reader, by, { ...everything, ...filter }, on);
  const titles = async (filter: Partial<QueueFilter> = {}, on = today) =>
    (await queue(filter, office.staff.clerk, on)).rows.map((row) => row.jobTitle);
  const searched = (text: string): QueueFilter['search'] => ({
    key: searchKey(text),
    text,
    digits: searchTerms(text).digits,
  });

  test('has the earliest due date first, with the reasons of the visit', async () => {
    const { rows } = await queue();
    expect(rows.map(({ jobTitle, dueDate }) => [jobTitle, dueDate])).toEqual([
      ['先の求人', '2026-12-08'],
      ['後の求人', '2026-12-10'],
    ]);
    expect(rows[0]?.reasons).toEqual([{ rule: 'VR5', title: expect.stringContaining('1年') }]);
  });

  test('puts what is not due any more behind, oldest first: a visit settles the due date', async () => {
    await office.visited(early, '2026-11-26');
    expect(await titles()).toEqual(['後の求人', '先の求人']);
    const { rows } = await queue({ state: 'under_review' });
    expect(rows).toMatchObject([{ jobTitle: '先の求人', dueDate: null }]);
  });

  test('counts each state under the other filters', async () => {
    await office.visited(early, '2026-11-26');
    const { counts } = await queue({ state: 'under_review' });
    expect(counts).toEqual({ all: 2, under_review: 1, awaiting_visit: 1, refusal_proposed: 0 });
    expect((await queue({ search: searched('後の求人') })).counts.all).toBe(1);
  });

  test('tells due today, overdue and ahead apart to the day', async () => {
    expect(await titles({ due: 'ahead' }, '2026-12-07')).toEqual(['先の求人', '後の求人']);
    expect(await titles({ due: 'today' }, '2026-12-08')).toEqual(['先の求人']);
    expect(await titles({ due: 'overdue' }, '2026-12-08')).toEqual([]);
    expect(await titles({ due: 'overdue' }, '2026-12-09')).toEqual(['先の求人']);
  });

  test('is searched by job title, establishment and its number', async () => {
    const establishment = await office.stores.establishments.find({ kind: 'all' }, early.establishmentId);
    expect(await titles({ search: searched('先の') })).toEqual(['先の求人']);
    expect(await titles({ search: searched(establishment?.name ?? '') })).toEqual(['先の求人']);
    expect(await titles({ search: searched(establishment?.number ?? '') })).toEqual(['先の求人']);
    expect(await titles({ search: searched('%') })).toEqual([]);
  });

  test('shows the last page when a page beyond the end is asked for', async () => {
    expect(await queue({ page: 9 })).toMatchObject({ page: 1, pages: 1, total: 2 });
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
    await office.visited(late, '2026-11-26');
    expect(await by(true)).toEqual(['先の求人', '後の求人']);
  });

  test('hands out next what is ready for review, and never the one that is open', async () => {
    const next = (except?: string) =>
      nextReview(
        database.reader,
        office.staff.clerk,
        `${today}T01:00:00.000Z`,
        except === undefined ? {} : { except },
      );
    expect(await next()).toBeNull();
    await office.visited(late, '2026-11-26');
    office.clock.moveOn(60_000);
    await office.visited(early, '2026-11-26');
    expect(await next()).toBe(late.id);
    expect(await next(late.id)).toBe(early.id);
  });

  test('hands a proposed refusal to another supervisor than the proposer', async () => {
    const shown = { postingId: early.id, version: early.version };
    granted(
      await office.perform(proposeRefusal, office.staff.supervisor, {
        ...shown,
        ground: 'missing_conditions',
        reason: '見本の理由',
      }),
    );
    const next = (by = office.staff.supervisor) =>
      nextReview(database.reader, by, `${today}T01:00:00.000Z`, { state: 'refusal_proposed' });
    expect(await next()).toBeNull();
    expect(await next(office.staff.otherSupervisor)).toBe(early.id);
  });
});
