import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { EmployerActor } from '#app/domain/actor.ts';
import type { Release, Restriction } from '#app/domain/restriction.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';
import { isUniqueViolation } from '#db/rows.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { openOffice, type World } from '#test/support/world.ts';

const lifted = (on = '2026-12-10'): Release => ({
  on,
  by: randomUUID(),
  reason: '結果が登録されたため',
  promisedOn: null,
  spokenTo: null,
  channel: null,
  transferId: null,
});

describeOnEveryDatabase('利用制限 in the database', (open) => {
  let database: TestDatabase;
  let office: World;
  let employer: EmployerActor;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    employer = await office.openedAtCounter();
  });

  const restriction = (changes: Partial<Restriction> = {}): Restriction => ({
    id: randomUUID(),
    establishmentId: employer.establishmentId ?? '',
    officeId: office.staff.clerk.officeId,
    begunOn: '2026-11-24',
    verdictId: null,
    released: null,
    ...changes,
  });
  const store = () => office.stores.restrictions;
  const restrict = async (changes?: Partial<Restriction>): Promise<Restriction> => {
    const begun = restriction(changes);
    await store().insert(begun);
    return begun;
  };

  test('is found as it was written, while it is in force', async () => {
    const begun = await restrict();
    expect(await store().openOf(begun.establishmentId)).toEqual(begun);
    await store().release(begun.id, lifted());
    expect(await store().openOf(begun.establishmentId)).toBeUndefined();
  });

  test('stands once at a time for an establishment, and may begin again after the release', async () => {
    const first = await restrict();
    await expect(restrict()).rejects.toSatisfy(isUniqueViolation);
    await store().release(first.id, lifted());
    const second = await restrict({ begunOn: '2026-12-20' });
    expect(await store().openOf(first.establishmentId)).toEqual(second);
  });

  test('is lifted once: who comes second hears that it has changed', async () => {
    const begun = await restrict();
    const first = lifted();
    await store().release(begun.id, first);
    await expect(store().release(begun.id, lifted('2026-12-11'))).rejects.toMatchObject({
      name: 'StaleRecord',
      subject: { type: 'restriction', id: begun.id },
    });
    expect(await database.reader('restriction').where({ id: begun.id }).first()).toMatchObject({
      released_on: first.on,
      released_by: first.by,
      release_reason: first.reason,
    });
  });

  test('is lifted with day, person and reason, or not at all; never before it began', async () => {
    const begun = await restrict();
    const row = () => database.writer('restriction').where({ id: begun.id });
    await expect(row().update({ released_on: '2026-12-10' })).rejects.toThrow();
    await expect(row().update({ release_reason: '理由だけ' })).rejects.toThrow();
    await expect(store().release(begun.id, lifted('2026-11-23'))).rejects.toThrow();
    expect(await store().openOf(begun.establishmentId)).toEqual(begun);
  });

  test('belongs to an establishment and a verdict that exist', async () => {
    await expect(restrict({ establishmentId: randomUUID() })).rejects.toThrow();
    await expect(restrict({ verdictId: randomUUID() })).rejects.toThrow();
  });

  test('is read for its own employer only, with the office to call', async () => {
    const begun = await restrict();
    const neighbour = await office.openedAtCounter('b@example.co.jp');
    const access = (of: EmployerActor) => mypageAccess(database.reader, of, '2026-11-24');
    const own = await access(employer);
    expect(own.records).toEqual({
      validPostings: 0,
      restriction: begun,
      suspendedOn: null,
      withdrawnOn: null,
    });
    expect(own.office?.name).toBe('ハローワーク架空野');
    expect((await access(neighbour)).records.restriction).toBeNull();
    expect(await access({ ...employer, establishmentId: null })).toMatchObject({
      records: { validPostings: 0, restriction: null },
      office: null,
    });
  });

  test('reads 利用不可 and 退会 from the account that signs in', async () => {
    const account = await office.stores.accounts.find(employer.accountId);
    if (!account) throw new Error('No account.');
    await office.stores.accounts.update({
      ...account,
      suspendedOn: '2026-11-20',
      withdrawnOn: '2026-11-22',
    });
    const { records } = await mypageAccess(database.reader, employer, '2026-11-24');
    expect(records).toMatchObject({ suspendedOn: '2026-11-20', withdrawnOn: '2026-11-22' });
  });

  test('counts a posting as 有効中 to the last day of its validity', async () => {
    const pending = await office.submitted(employer, await office.filledIn(employer));
    const { validUntil } = await office.accepted(await office.visited(pending, '2026-11-24'));
    expect(validUntil).toBe('2027-01-31');
    const validOn = async (day: string) =>
      (await mypageAccess(database.reader, employer, day)).records.validPostings;
    expect(await validOn('2026-11-24')).toBe(1);
    expect(await validOn('2027-01-31')).toBe(1);
    expect(await validOn('2027-02-01')).toBe(0);
  });
});
