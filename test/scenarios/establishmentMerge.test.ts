import { expect, test } from 'vitest';
import type { Establishment } from '#app/domain/establishment.ts';
import { mergedTables } from '#app/domain/merge.ts';
import type { FormValues } from '#app/forms/field.ts';
import { registerEmail } from '#app/procedures/account/registerEmail.ts';
import { mergeEstablishments } from '#app/procedures/establishment/merge.ts';
import { registerEstablishment } from '#app/procedures/establishment/register.ts';
import { tellApart } from '#app/procedures/establishment/tellApart.ts';
import { duplicatePairs } from '#db/queries/duplicatePairs.ts';
import { mergesOf } from '#db/queries/establishmentMerges.ts';
import { establishmentByPaper } from '#db/queries/visits.ts';
import { establishments } from '#fixtures/establishments.ts';
import { describeOnEveryDatabase, type OpenDatabase, testDatabase } from '#test/support/database.ts';
import { referralOffice } from '#test/support/referrals.ts';
import { granted } from '#test/support/world.ts';

const everything = { kind: 'all' } as const;

/** An employer at work under one record, and a second record of the same establishment with another number. */
async function twice(open: OpenDatabase) {
  const parts = await referralOffice(open);
  const { office, establishmentId: usedId } = parts;
  const record = async (id: string): Promise<Establishment> => {
    const found = await office.stores.establishments.find(everything, id);
    if (!found) throw new Error(`No establishment ${id}.`);
    return found;
  };
  const used = await record(usedId);
  const register = async (more: FormValues, by = office.staff.clerk): Promise<string> =>
    granted(
      await office.perform(registerEstablishment, by, {
        values: { ...used.details, establishment_number: '9901-777777-0', ...more },
        knownOthers: await office.database.reader('establishment').pluck('id'),
      }),
    ).establishmentId;
  const merge = async (keptId: string, mergedId: string, more: Record<string, unknown> = {}) =>
    office.perform(mergeEstablishments, office.staff.supervisor, {
      keptId,
      keptVersion: (await record(keptId)).version,
      mergedId,
      mergedVersion: (await record(mergedId)).version,
      reason: '同じ事業所（見本）',
      identityChecked: false,
      ...more,
    });
  return { ...parts, usedId, used, record, register, merge };
}

describeOnEveryDatabase('Two records of one establishment', (open) => {
  test('become one: what hangs on the merged one moves, and its number leads to the kept one', async () => {
    const { office, usedId, used, record, register, merge, refer, employer } = await twice(open);
    const keptId = await register({});
    await refer();
    const postings = await office.stores.postings.history(usedId, null);
    granted(await merge(keptId, usedId));

    expect(await record(usedId)).toMatchObject({ state: 'merged', number: used.number });
    expect(await office.stores.postings.history(usedId, null)).toEqual([]);
    expect(await office.stores.postings.history(keptId, null)).toHaveLength(postings.length);
    expect(await office.stores.referrals.unregisteredOf(keptId)).toHaveLength(1);
    expect(await office.stores.accounts.find(employer.accountId)).toMatchObject({ establishmentId: keptId });
    const { reader } = office.database;
    for (const table of Object.keys(mergedTables).filter(
      (name) => mergedTables[name as keyof typeof mergedTables] === 'moves',
    ))
      expect([table, await reader(table).where({ establishment_id: usedId })]).toEqual([table, []]);

    const { clerk } = office.staff;
    const number = used.number ?? '';
    expect(await establishmentByPaper(reader, clerk, { kind: 'establishment', number })).toBe(keptId);
    expect((await office.stores.establishments.findByNumber(everything, number))?.id).toBe(keptId);
    expect((await mergesOf(reader, clerk, usedId)).into).toMatchObject({ id: keptId });
    expect((await mergesOf(reader, clerk, keptId)).from).toMatchObject([{ id: usedId }]);
    expect((await duplicatePairs(reader, clerk, 1)).total).toBe(0);
    const told = await reader('audit_entry').where({ action: 'establishment.merged' }).pluck('subject_id');
    expect(told.toSorted()).toEqual([usedId, keptId].toSorted());
  });

  test('still have their number when a third one comes: it is registered once, and pointers lead to the last', async () => {
    const { office, usedId, used, register, merge } = await twice(open);
    const middle = await register({});
    granted(await merge(middle, usedId));
    expect(
      await office.perform(registerEstablishment, office.staff.clerk, {
        values: used.details,
        knownOthers: [middle],
      }),
    ).toMatchObject({ fields: [{ field: 'establishment_number', code: 'taken' }] });
    const last = await register({
      establishment_number: '9901-777778-0',
      name: '見本の後継',
      phone: '0480009999',
    });
    granted(await merge(last, middle));
    const number = used.number ?? '';
    expect((await office.stores.establishments.findByNumber(everything, number))?.id).toBe(last);
    expect((await mergesOf(office.database.reader, office.staff.clerk, last)).from).toHaveLength(2);
  });

  test('are listed for the office until they are merged or told apart', async () => {
    const { office, usedId, register } = await twice(open);
    const { reader } = office.database;
    const { clerk, neighbour } = office.staff;
    const otherId = await register({});
    expect((await duplicatePairs(reader, clerk, 1)).rows).toMatchObject([
      { one: { id: usedId }, other: { id: otherId } },
    ]);
    expect((await duplicatePairs(reader, neighbour, 1)).rows).toEqual([]);
    granted(await office.perform(tellApart, clerk, { oneId: otherId, otherId: usedId }));
    granted(await office.perform(tellApart, clerk, { oneId: usedId, otherId }));
    expect((await duplicatePairs(reader, clerk, 1)).rows).toEqual([]);
  });

  test('are no pair under two 法人番号', async () => {
    const { office, register } = await twice(open);
    await register({ corporate_number: establishments[1]?.corporate_number ?? '' });
    expect((await duplicatePairs(office.database.reader, office.staff.clerk, 1)).rows).toEqual([]);
  });
});

describeOnEveryDatabase('統合 is refused', (open) => {
  test('by anybody but a supervisor, and for what somebody has changed meanwhile', async () => {
    const { office, usedId, register, merge, record } = await twice(open);
    const keptId = await register({});
    const input = {
      keptId,
      keptVersion: (await record(keptId)).version,
      mergedId: usedId,
      mergedVersion: (await record(usedId)).version,
      reason: '同じ事業所（見本）',
      identityChecked: true,
    };
    await expect(office.perform(mergeEstablishments, office.staff.clerk, input)).rejects.toMatchObject({
      name: 'Forbidden',
    });
    await expect(merge(keptId, usedId, { mergedVersion: 99 })).rejects.toMatchObject({ name: 'Conflict' });
  });

  test('between two offices', async () => {
    const { office, usedId, register, merge } = await twice(open);
    const elsewhere = await register({}, office.staff.neighbour);
    expect(await merge(usedId, elsewhere)).toMatchObject({ ok: false, code: 'merge-other-office' });
  });

  test('where both have a MyPage in use', async () => {
    const { office, usedId, register, merge } = await twice(open);
    const otherId = await register({});
    granted(
      await office.perform(registerEmail, office.staff.clerk, {
        establishmentId: otherId,
        values: { email: 'second@example.co.jp' },
      }),
    );
    await office.setUpPassword('second@example.co.jp', 'start');
    expect(await merge(usedId, otherId)).toMatchObject({ ok: false, code: 'merge-two-mypages' });
  });

  test('while one of them is restricted', async () => {
    const { usedId, register, merge, referMany, night } = await twice(open);
    const keptId = await register({});
    await referMany(51, '2026-11-24');
    await night('2026-12-16');
    expect(await merge(keptId, usedId)).toMatchObject({ ok: false, code: 'merge-restricted' });
    expect(await merge(usedId, keptId)).toMatchObject({ ok: false, code: 'merge-restricted' });
  });

  test('for a record that was merged before', async () => {
    const { usedId, register, merge } = await twice(open);
    const keptId = await register({});
    granted(await merge(keptId, usedId));
    const other = await register({
      establishment_number: '9901-777778-0',
      name: '別の見本',
      phone: '0480009999',
    });
    expect(await merge(other, usedId)).toMatchObject({ ok: false, code: 'merge-state' });
    expect(await merge(usedId, other)).toMatchObject({ ok: false, code: 'merge-state' });
  });
});

describeOnEveryDatabase('A record that was entered online', (open) => {
  test('is merged once whoever came was identified; its MyPage is open from that day', async () => {
    const { office, register, merge, record } = await twice(open);
    const online = await office.openedOnline();
    const enteredId = (await office.stores.accounts.find(online.accountId))?.establishmentId ?? '';
    expect((await record(enteredId)).state).toBe('provisional');
    const { corporateNumber } = await record(enteredId);
    const keptId = await register({
      name: '見本の本店',
      phone: '0480009999',
      corporate_number: corporateNumber,
    });
    expect(await merge(keptId, enteredId)).toMatchObject({ ok: false, code: 'merge-identity' });
    expect(await merge(enteredId, keptId)).toMatchObject({ ok: false, code: 'merge-state' });
    granted(await merge(keptId, enteredId, { identityChecked: true }));
    expect(await office.stores.accounts.find(online.accountId)).toMatchObject({
      establishmentId: keptId,
      openedOn: '2026-11-24',
    });
  });
});

test('what becomes of its rows in a merge is decided for every table that names an establishment', async () => {
  const { reader } = await testDatabase();
  const tables: string[] = await reader('sqlite_master').where({ type: 'table' }).pluck('name');
  const naming: string[] = [];
  for (const table of tables) {
    const columns: { name: string }[] = await reader.raw('select name from pragma_table_info(?)', [table]);
    const references: { table: string }[] = await reader.raw(
      'select "table" from pragma_foreign_key_list(?)',
      [table],
    );
    if (
      columns.some(({ name }) => name === 'establishment_id') ||
      references.some((reference) => reference.table === 'establishment')
    )
      naming.push(table);
  }
  expect(naming.toSorted()).toEqual(Object.keys(mergedTables).toSorted());
});
