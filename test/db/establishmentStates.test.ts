import { expect, test } from 'vitest';
import * as counterVisits from '#db/migrations/024_counter_visits.ts';
import * as merges from '#db/migrations/026_merges_partner_seekers.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

describeOnEveryDatabase('The states of an establishment', (open) => {
  test('gain 移管済 and 統合済み with every record and what refers to it in place, and lose it again', async () => {
    const database = await open();
    const office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    await office.submitted(employer, await office.filledIn(employer));
    const { writer } = database;
    const rows = () => writer('establishment').orderBy('id');
    const before = await rows();
    await writer.transaction((step) => merges.down(step));
    await expect(writer('establishment').update({ state: 'merged' })).rejects.toThrow();
    await writer.transaction((step) => counterVisits.down(step));
    expect(await rows()).toEqual(before);
    await expect(writer('establishment').update({ state: 'transferred_out' })).rejects.toThrow();
    await writer.transaction((step) => counterVisits.up(step));
    await writer.transaction((step) => merges.up(step));
    expect(await rows()).toEqual(before);
    const joined = await writer('posting').join('establishment', 'establishment.id', 'establishment_id');
    expect(joined).toHaveLength(1);
    await writer('establishment').update({ state: 'transferred_out' });
    await writer('establishment').update({ state: 'merged' });
    await expect(writer('posting').update({ establishment_id: 'nobody' })).rejects.toThrow();
  });
});
