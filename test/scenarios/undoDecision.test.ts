import { beforeEach, expect, test } from 'vitest';
import type { EmployerActor, StaffActor } from '#app/domain/actor.ts';
import type { Posting } from '#app/domain/posting.ts';
import { postingSteps } from '#app/forms/posting.ts';
import { returnPosting } from '#app/procedures/posting/return.ts';
import { saveStep } from '#app/procedures/posting/saveStep.ts';
import { undoDecision } from '#app/procedures/posting/undo.ts';
import { mypageHome } from '#db/queries/mypageHome.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

describeOnEveryDatabase('A decision that was a slip', (open) => {
  let database: TestDatabase;
  let office: World;
  let employer: EmployerActor;
  let posting: Posting;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    employer = await office.openedAtCounter();
    const sent = await office.submitted(employer, await office.filledIn(employer));
    posting = await office.visited(sent, '2026-11-24');
  });

  const now = () => office.now(posting.id);
  const undo = async (by: StaffActor) =>
    office.perform(undoDecision, by, {
      postingId: posting.id,
      version: (await now()).version,
      reason: '別の求人と取り違えたため',
    });
  const giveBack = async () =>
    granted(
      await office.perform(returnPosting, office.staff.clerk, {
        postingId: posting.id,
        version: (await now()).version,
        reasons: ['wage'],
        fields: ['base_pay_min'],
        message: '賃金を確認してください。',
      }),
    );
  const mailsSaying = (words: string) => office.mails.filter(({ subject }) => subject.includes(words)).length;

  test('a 受理 is taken back by who made it, up to ten minutes later; the employer is told each time', async () => {
    await office.accepted(posting);
    await office.runner.runDue();
    office.clock.moveTo('2026-11-24T10:09:59.999+09:00');
    granted(await undo(office.staff.clerk));
    expect(await now()).toMatchObject({
      state: 'under_review',
      number: null,
      acceptedOn: null,
      validUntil: null,
    });
    await office.runner.runDue();
    expect(mailsSaying('取り消しました')).toBe(1);
    const again = await office.accepted(await now());
    expect(again.number).toMatch(/-00000002$/);
    await office.runner.runDue();
    expect(mailsSaying('受理しました')).toBe(2);
  });

  test('from the tenth minute on, and for another clerk, it is for a supervisor', async () => {
    await office.accepted(posting);
    expect(await undo(office.staff.otherClerk)).toMatchObject({ code: 'undo-not-yours' });
    office.clock.moveTo('2026-11-24T10:10:00+09:00');
    expect(await undo(office.staff.clerk)).toMatchObject({ code: 'undo-too-late' });
    granted(await undo(office.staff.supervisor));
    expect((await now()).state).toBe('under_review');
  });

  test('a 差戻し is taken back, and the MyPage asks for no correction any more', async () => {
    await giveBack();
    granted(await undo(office.staff.clerk));
    expect((await now()).state).toBe('under_review');
    expect(JSON.stringify(await mypageHome(database.reader, employer))).not.toContain('賃金を確認して');
    expect(await database.reader('posting_return').select('answered_at', 'withdrawn_at')).toEqual([
      { answered_at: null, withdrawn_at: office.clock.now().toISOString() },
    ]);
  });

  test('once the employer has begun to correct it, a 差戻し stands', async () => {
    await giveBack();
    const { version, content } = await now();
    const fields = postingSteps[0]?.fields ?? [];
    granted(
      await office.perform(saveStep, employer, {
        postingId: posting.id,
        version,
        step: 1,
        values: Object.fromEntries(fields.map(({ name }) => [name, content[name] ?? null])),
        proceed: false,
        confirmed: office.everyRule,
      }),
    );
    expect(await undo(office.staff.supervisor)).toMatchObject({ code: 'undo-followed' });
  });

  test('two who take it back at once do it once', async () => {
    const { version } = await office.accepted(posting);
    const input = { postingId: posting.id, version, reason: '取り違えたため' };
    const both = await Promise.allSettled([
      office.perform(undoDecision, office.staff.clerk, input),
      office.perform(undoDecision, office.staff.supervisor, input),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'Conflict' } });
  });

  test('nothing is taken back that was not decided, by an auditor, or from another office', async () => {
    expect(await undo(office.staff.supervisor)).toMatchObject({ code: 'undo-nothing' });
    await expect(undo(office.staff.auditor)).rejects.toMatchObject({ name: 'Forbidden' });
    await expect(undo(office.staff.neighbour)).rejects.toMatchObject({ name: 'NotFound' });
  });
});
