import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import { createUnitOfWork } from '#db/unitOfWork.ts';
import { createSchedule, schedule as sweepsOfADay } from '#jobs/schedule.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

async function validPosting(database: TestDatabase) {
  const office = await openOffice(database, '2026-11-24T10:00:00+09:00');
  const employer = await office.openedAtCounter();
  const pending = await office.submitted(employer, await office.filledIn(employer));
  const posting = await office.accepted(await office.visited(pending, '2026-11-24'));
  await office.runner.runDue();
  const schedule = () => createSchedule({ unitOfWork: createUnitOfWork(database), clock: office.clock })();
  const night = async () => {
    await schedule();
    return office.runner.runDue();
  };
  const request = (): ChangeRequest => ({
    id: randomUUID(),
    kind: 'extension',
    establishmentId: posting.establishmentId,
    officeId: posting.officeId,
    accountId: employer.accountId,
    postingId: posting.id,
    state: 'submitted',
    before: {},
    after: {},
    stopReason: null,
    stopOn: null,
    answer: null,
    decidedAt: null,
    waitingSince: office.clock.now().toISOString(),
    version: 1,
    createdAt: office.clock.now().toISOString(),
  });
  return { office, posting, schedule, night, request };
}

describeOnEveryDatabase('The validity of a posting', (open) => {
  test('holds to the end of its last day and has ended on the day after', async () => {
    const { office, posting, night } = await validPosting(await open());
    expect(posting.validUntil).toBe('2027-01-31');
    office.clock.moveTo('2027-01-31T23:59:59+09:00');
    await night();
    expect(await office.now(posting.id)).toMatchObject({ state: 'valid', invalidatedOn: null });
    office.clock.moveTo('2027-02-01T00:05:00+09:00');
    await night();
    expect(await office.now(posting.id)).toMatchObject({ state: 'invalid', invalidatedOn: '2027-02-01' });
  });

  test('has ended on the right day although nothing ran for a week', async () => {
    const { office, posting, night } = await validPosting(await open());
    office.clock.moveTo('2027-02-08T09:00:00+09:00');
    await night();
    expect(await office.now(posting.id)).toMatchObject({ state: 'invalid', invalidatedOn: '2027-02-01' });
  });

  test('is looked at once a day, however many processes there are', async () => {
    const { office, schedule } = await validPosting(await open());
    const sweeps = sweepsOfADay.length;
    await Promise.all([schedule(), schedule(), schedule()]);
    expect(await office.runner.runDue()).toBe(sweeps);
    office.clock.moveTo('2026-11-25T00:04:59+09:00');
    await schedule();
    expect(await office.runner.runDue()).toBe(0);
    office.clock.moveTo('2026-11-25T03:00:00+09:00');
    await schedule();
    expect(await office.runner.runDue()).toBe(sweeps);
  });

  test('takes an open change request with it', async () => {
    const { office, posting, night, request } = await validPosting(await open());
    const asked = request();
    await office.stores.changeRequests.insert(asked);
    office.clock.moveTo('2027-02-01T00:05:00+09:00');
    await night();
    expect(await office.stores.changeRequests.find({ kind: 'all' }, asked.id)).toMatchObject({
      state: 'void',
    });
    expect(await office.stores.changeRequests.openOfPosting(posting.id)).toBeUndefined();
  });

  test('has at most one open change request', async () => {
    const { office, request } = await validPosting(await open());
    await office.stores.changeRequests.insert(request());
    expect(await office.stores.changeRequests.insert(request())).toBe(false);
    expect(await office.stores.changeRequests.insert({ ...request(), state: 'withdrawn' })).toBe(true);
  });
});
