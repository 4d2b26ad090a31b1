import { beforeEach, expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/actor.ts';
import type { BackTestRange } from '#app/domain/backTest.ts';
import { cancelBackTest } from '#app/procedures/backTest/cancel.ts';
import { startBackTest } from '#app/procedures/backTest/start.ts';
import { cancelJob } from '#app/procedures/job/cancel.ts';
import { backTestCase, backTestView } from '#db/queries/backTests.ts';
import { draftWith } from '#rules/backTest/draft.ts';
import type { RuleSet } from '#rules/ruleset.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { pastVisitVerdicts } from '#test/support/pastDecisions.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

const all: BackTestRange = { kind: 'all' };

describeOnEveryDatabase('A draft is tried on past decisions', (open) => {
  let database: TestDatabase;
  let office: World;
  let visits: RuleSet;
  beforeEach(async () => {
    database = await open();
    office = await openOffice(database, '2026-11-24T09:00+09:00');
    visits = office.rules.inForce('eligibility/visit-required', '2026-11-24');
    for (const verdict of await pastVisitVerdicts(visits, 60)) await office.stores.verdicts.insert(verdict);
  });

  const start = async (by: StaffActor, text = draftWith(visits, { gapYears: 3 })): Promise<string> =>
    granted(await office.perform(startBackTest, by, { ruleSet: visits.id, draft: { text }, range: all }))
      .backTestId;
  const stateOf = async (id: string) => (await office.stores.backTests.find(id))?.state;

  test('by a clerk: the job judges every decision and the page has the counts', async () => {
    const id = await start(office.staff.clerk);
    expect(await stateOf(id)).toBe('running');
    await office.runner.runDue();
    const view = await backTestView(database.reader, office.staff.auditor, id);
    expect(view?.test).toMatchObject({ state: 'done', progress: { done: 60, total: 60 } });
    expect(view?.test.result).toMatchObject({ decisions: 60, judged: 60 });
    expect(view?.startedBy).toBe(office.staff.clerk.name);
  });

  test('not by an auditor', async () => {
    await expect(start(office.staff.auditor)).rejects.toThrow('may not backTest.start');
    expect(await database.reader('back_test')).toEqual([]);
  });

  test('a draft that cannot be read is refused, with the place', async () => {
    const outcome = await office.perform(startBackTest, office.staff.clerk, {
      ruleSet: visits.id,
      draft: { text: '{\n  "id": ' },
      range: all,
    });
    expect(outcome).toMatchObject({ ok: false, code: 'draft-broken', params: { line: 2 } });
  });

  test('a value outside its bounds is refused', async () => {
    const { max } = visits.parameters.gapYears as { max: number };
    const text = draftWith(visits, { gapYears: max + 1 });
    const input = { ruleSet: visits.id, draft: { text }, range: all };
    const outcome = await office.perform(startBackTest, office.staff.clerk, input);
    expect(outcome).toMatchObject({ ok: false, code: 'draft-broken' });
  });

  test('a draft of another rule set is refused', async () => {
    const other = office.rules.inForce('access/mypage-features', '2026-11-24');
    const input = { ruleSet: visits.id, draft: { text: draftWith(other, {}) }, range: all };
    const outcome = await office.perform(startBackTest, office.staff.clerk, input);
    expect(outcome).toMatchObject({ ok: false, code: 'draft-other-rules' });
  });

  test('the second waits for the first, the third for the second', async () => {
    const [first, second, third] = [
      await start(office.staff.clerk),
      await start(office.staff.supervisor),
      await start(office.staff.neighbour),
    ];
    expect(await Promise.all([first, second, third].map(stateOf))).toEqual(['running', 'waiting', 'waiting']);
    expect(await database.reader('job').where({ kind: 'backTest.run' })).toHaveLength(1);
    await office.runner.runDue();
    expect(await Promise.all([first, second, third].map(stateOf))).toEqual(['done', 'done', 'done']);
  });

  test('two at the same moment: one runs, one waits', async () => {
    const ids = await Promise.all([start(office.staff.clerk), start(office.staff.supervisor)]);
    expect((await Promise.all(ids.map(stateOf))).toSorted()).toEqual(['running', 'waiting']);
  });

  test('killed half way, it is judged from the beginning by whoever takes the job over', async () => {
    const id = await start(office.staff.clerk);
    const now = office.clock.now().toISOString();
    await office.stores.jobs.claim({ now, leaseUntil: office.clock.now().toISOString(), token: 'killed' });
    await office.stores.backTests.advance(id, 30, 60);
    office.clock.moveOn(180_000);
    await office.runner.runDue();
    expect((await office.stores.backTests.find(id))?.result).toMatchObject({ decisions: 60, judged: 60 });
  });

  test('called off, it does not run, and the next one begins', async () => {
    const [first, second] = [await start(office.staff.clerk), await start(office.staff.clerk)];
    granted(await office.perform(cancelBackTest, office.staff.otherClerk, { backTestId: first }));
    expect(await stateOf(second)).toBe('running');
    await office.runner.runDue();
    expect(await office.stores.backTests.find(first)).toMatchObject({ state: 'cancelled', result: null });
    expect(await stateOf(second)).toBe('done');
  });

  test('called off twice is a conflict', async () => {
    const id = await start(office.staff.clerk);
    granted(await office.perform(cancelBackTest, office.staff.clerk, { backTestId: id }));
    await expect(
      office.perform(cancelBackTest, office.staff.supervisor, { backTestId: id }),
    ).rejects.toMatchObject({ name: 'Conflict' });
  });

  test('called off on the screen of jobs, it does not block those that wait', async () => {
    const [first, second] = [await start(office.staff.clerk), await start(office.staff.clerk)];
    granted(await office.perform(cancelJob, office.staff.supervisor, { jobId: first }));
    expect(await stateOf(first)).toBe('cancelled');
    expect(await stateOf(second)).toBe('running');
  });

  test('a changed decision is opened by its own office and by no other', async () => {
    const employer = await office.openedAtCounter();
    const posting = await office.submitted(employer, await office.filledIn(employer));
    const ofVisits = await office.stores.verdicts.latest({ type: 'posting', id: posting.id }, visits.id);
    const rules = visits.rules.map((rule) => ({ ...rule, conditions: { not: rule.conditions } }));
    const id = await start(office.staff.clerk, draftWith({ ...visits, rules }, {}));
    await office.runner.runDue();
    const own = await backTestView(database.reader, office.staff.clerk, id);
    const other = await backTestView(database.reader, office.staff.neighbour, id);
    const verdictId = ofVisits?.id ?? '';
    expect(own?.postings[verdictId]).toEqual({ id: posting.id, jobTitle: posting.jobTitle });
    expect(other?.test.result).toEqual(own?.test.result);
    expect(other?.postings).toEqual({});
    expect(await backTestCase(database.reader, office.staff.clerk, id, verdictId)).toMatchObject({
      posting: { id: posting.id },
    });
    expect(await backTestCase(database.reader, office.staff.neighbour, id, verdictId)).toBeNull();
  });
});
