import { describe, expect, test } from 'vitest';
import { haltTraining } from '#app/procedures/training/halt.ts';
import { moveTraining } from '#app/procedures/training/move.ts';
import { resetTraining } from '#app/procedures/training/reset.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { signedIn } from '#test/support/session.ts';
import { trainingOffice } from '#test/support/training.ts';
import { granted, openOffice } from '#test/support/world.ts';

const morning = '2026-11-24T10:00:00+09:00';

/** A training with a posting whose 来庁期限 is Tuesday 2026-12-08. */
async function withPosting() {
  const training = await trainingOffice(morning);
  const { office } = training;
  const employer = await office.openedAtCounter();
  const { id } = await office.submitted(employer, await office.filledIn(employer));
  await office.runner.runDue();
  office.mails.length = 0;
  const actsOf = async (action: string): Promise<string[]> =>
    (await office.database.reader('audit_entry').where({ action }).orderBy('seq')).map(({ at }) => at);
  const slotsOf = (sweep: string): Promise<string[]> =>
    office.database.reader('sweep_run').where({ sweep }).orderBy('slot').pluck('slot');
  return { ...training, id, actsOf, slotsOf };
}

describe('The days of a training', { timeout: 120_000 }, () => {
  test('pass one after the other, each with what belongs to it, to the morning that was asked for', async () => {
    const { office, clock, id, goTo, actsOf, slotsOf } = await withPosting();
    await goTo('2026-12-10');
    expect(clock.now().toISOString()).toBe('2026-12-09T23:30:00.000Z');
    expect((await office.now(id)).state).toBe('lapsed');
    expect(await actsOf('posting.visitReminded')).toEqual(['2026-12-02T15:15:00.000Z']);
    expect(await actsOf('posting.lapsed')).toEqual(['2026-12-08T15:10:00.000Z']);
    expect(office.mails.map(({ kind }) => kind)).toEqual(['mail.visitReminder', 'mail.postingLapsed']);
    const days = Array.from({ length: 16 }, (_, index) =>
      new Date(Date.UTC(2026, 10, 25 + index)).toISOString().slice(0, 10),
    );
    expect(await slotsOf('posting.lapse')).toEqual(days);
    expect(await slotsOf('throttle.clear')).toEqual(days);
    expect(await office.stores.training.find()).toMatchObject({ goal: null });
  });

  test('move every process and every session with them', async () => {
    const { office, goTo, anotherProcess } = await withPosting();
    await signedIn(office, 'staff', office.staff.clerk.id);
    const other = anotherProcess();
    await goTo('2026-11-26');
    await other.driver.turn();
    expect(other.clock.now().toISOString()).toBe('2026-11-25T23:30:00.000Z');
    const [session] = await office.database.reader('session');
    expect(session).toMatchObject({
      created_at: '2026-11-25T23:30:00.000Z',
      seen_at: '2026-11-25T23:30:00.000Z',
    });
  });

  test('go on with the real clock once they have come to rest', async () => {
    const { office, clock, goTo } = await withPosting();
    await goTo('2026-11-26');
    office.clock.moveOn(90_000);
    expect(clock.now().toISOString()).toBe('2026-11-25T23:31:30.000Z');
  });

  test('pass once where two processes drive at the same time', async () => {
    const { office, id, moveTo, drive, anotherProcess, slotsOf, actsOf } = await withPosting();
    granted(await moveTo('2026-12-10'));
    await drive([anotherProcess().driver]);
    expect((await office.now(id)).state).toBe('lapsed');
    expect(await slotsOf('posting.lapse')).toHaveLength(16);
    expect(await actsOf('posting.lapsed')).toEqual(['2026-12-08T15:10:00.000Z']);
  });

  test('wait for what is due before the next one begins', async () => {
    const { office, clock, driver, moveTo } = await withPosting();
    granted(await moveTo('2026-11-26'));
    await driver.turn();
    const first = clock.now().toISOString();
    expect(first).toBe('2026-11-24T15:05:00.000Z');
    expect(await driver.turn()).toBe(true);
    expect(clock.now().toISOString()).toBe(first);
    await office.runner.runDue();
    await driver.turn();
    expect(clock.now().toISOString()).toBe('2026-11-24T15:10:00.000Z');
  });

  test('never go back, nor too far, and take one order at a time', async () => {
    const { office, moveTo, goTo, drive } = await withPosting();
    for (const day of ['2026-11-24', '2026-11-01', '2032-03-01'])
      expect(await moveTo(day)).toMatchObject({ fields: [{ field: 'date', code: 'outside-days' }] });
    await goTo('2026-11-25');
    expect(await moveTo('2026-11-25')).toMatchObject({ ok: false });
    granted(await moveTo('2026-11-26'));
    await expect(moveTo('2026-11-27')).rejects.toMatchObject({ name: 'Conflict' });
    await expect(moveTo('2026-11-27', office.staff.auditor)).rejects.toMatchObject({ name: 'Forbidden' });
    await drive();
  });

  test('can be stopped on the way, and stay where they are', async () => {
    const { office, clock, driver, moveTo, drive } = await withPosting();
    granted(await moveTo('2027-11-24'));
    while (clock.now().toISOString() < '2026-11-25T15:05:00.000Z') {
      await driver.turn();
      await office.runner.runDue();
    }
    granted(await office.perform(haltTraining, office.staff.clerk, {}));
    await drive();
    expect(clock.now().toISOString()).toBe('2026-11-25T15:05:00.000Z');
    await expect(office.perform(haltTraining, office.staff.clerk, {})).rejects.toMatchObject({
      name: 'Conflict',
    });
  });
});

describeOnEveryDatabase('A database that is not one for training', (open) => {
  test('has no clock to move, and no beginning to go back to', async () => {
    const office = await openOffice(await open(), morning);
    const { supervisor } = office.staff;
    for (const attempt of [
      () => office.perform(moveTraining, supervisor, { to: '2026-11-25' }),
      () => office.perform(haltTraining, supervisor, {}),
      () => office.perform(resetTraining, supervisor, {}),
    ])
      await expect(attempt()).rejects.toMatchObject({ name: 'NotFound' });
  });
});
