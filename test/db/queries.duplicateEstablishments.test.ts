import { expect, test } from 'vitest';
import { columnsOf, searchKeysOf } from '#app/procedures/establishment/support.ts';
import { duplicateEstablishments } from '#db/queries/duplicateEstablishments.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

describeOnEveryDatabase('Records that may be the same establishment', (open) => {
  test('are shown from every office, with their office, and only the own ones can be opened', async () => {
    const database = await open();
    const office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    const id = await office.registered(office.staff.clerk);
    const record = await office.stores.establishments.find({ kind: 'all' }, id);
    const values = { ...record?.details, establishment_number: '9999-999999-9' };
    const shownTo = (by = office.staff.clerk, exceptId: string | null = null) =>
      duplicateEstablishments(database.reader, by, columnsOf(values), searchKeysOf(values), exceptId);

    const common = { id, name: record?.name, officeName: 'ハローワーク架空野' };
    expect(await shownTo()).toMatchObject([{ ...common, ownOffice: true }]);
    expect(await shownTo(office.staff.neighbour)).toMatchObject([{ ...common, ownOffice: false }]);
    expect((await shownTo())[0]?.matched).toEqual(['corporateNumber', 'name', 'phone']);
    expect(await shownTo(office.staff.clerk, id)).toEqual([]);
  });
});
