import { expect, test } from 'vitest';
import { registerEstablishment } from '#app/procedures/establishment/register.ts';
import { settleTransfer } from '#app/procedures/transfer/settle.ts';
import { transferOut } from '#app/procedures/transfer/transferOut.ts';
import { restrictionList } from '#db/queries/restrictionList.ts';
import { sheetRecords } from '#db/queries/sheets.ts';
import { transferOf, transfers } from '#db/queries/transfers.ts';
import { neighbourOffice } from '#fixtures/demo.ts';
import { describeOnEveryDatabase, type OpenDatabase } from '#test/support/database.ts';
import { referralOffice } from '#test/support/referrals.ts';
import { granted } from '#test/support/world.ts';

const everything = { kind: 'all' } as const;

/** An establishment with that many results overdue on the morning of 2026-12-16, and its move. */
async function moving(open: OpenDatabase, overdue: number) {
  const parts = await referralOffice(open);
  const { office, establishmentId, referMany, night } = parts;
  await referMany(overdue, '2026-11-24');
  const record = async () => {
    const found = await office.stores.establishments.find(everything, establishmentId);
    if (!found) throw new Error('gone');
    return found;
  };
  return {
    ...parts,
    record,
    night,
    move: async () =>
      granted(
        await office.perform(transferOut, office.staff.supervisor, {
          establishmentId,
          version: (await record()).version,
          toOfficeId: neighbourOffice.id,
          movedOn: '2026-12-10',
          reason: '本社の移転（見本）',
          address: {
            postal: '1000001',
            prefecture: '13',
            city: '架空台市（見本）',
            street: '見本町2-2',
            building: null,
          },
        }),
      ).transferId,
  };
}

describeOnEveryDatabase('利用制限 of an establishment that moves to another office', (open) => {
  test('ends with the MyPage, without being lifted, and both offices see that it was there', async () => {
    const { office, establishmentId, night, move, record, mailsOf } = await moving(open, 51);
    await night('2026-12-16');
    const restriction = await office.stores.restrictions.openOf(establishmentId);
    const transferId = await move();
    await office.runner.runDue();
    const { reader } = office.database;
    const { clerk, neighbour, supervisor } = office.staff;

    expect(await office.stores.restrictions.openOf(establishmentId)).toBeUndefined();
    expect(await office.stores.restrictions.find(everything, restriction?.id ?? '')).toMatchObject({
      released: { on: '2026-12-16', by: supervisor.id, transferId, promisedOn: null, spokenTo: null },
    });
    const page = { page: 1, overdueBefore: '2026-11-25' };
    expect(await restrictionList(reader, clerk, { tab: 'open', ...page })).toMatchObject({ open: 0 });
    // It was not lifted: nobody is told so, and there is no record of a release to print.
    expect(mailsOf('mail.restrictionReleased')).toEqual([]);
    expect(await sheetRecords(reader, clerk, 'release', restriction?.id ?? '')).toBeNull();
    expect(await transferOf(reader, clerk, establishmentId)).toMatchObject({ restricted: true });
    expect((await transfers(reader, neighbour, 1)).rows).toMatchObject([
      { incoming: true, restricted: true },
    ]);

    const anew = granted(
      await office.perform(registerEstablishment, neighbour, {
        values: (await record()).details,
        knownOthers: [],
      }),
    ).establishmentId;
    granted(
      await office.perform(settleTransfer, neighbour, {
        transferId,
        establishmentNumber: (await record()).number ?? '',
      }),
    );
    await night('2026-12-17');
    expect(await office.stores.restrictions.openOf(anew)).toBeUndefined();
    expect(await office.stores.restrictions.openOf(establishmentId)).toBeUndefined();
  });

  test('does not fall afterwards on results that were missing before, and no notice goes to closed accounts', async () => {
    const { office, establishmentId, night, move, mailsOf } = await moving(open, 51);
    office.clock.moveTo('2026-12-10T10:00:00+09:00');
    await move();
    await night('2026-12-16');
    expect(await office.stores.restrictions.openOf(establishmentId)).toBeUndefined();
    expect(mailsOf('mail.restricted')).toEqual([]);
    expect(mailsOf('mail.missingResult')).toEqual([]);
  });

  test('is not spoken of where there was none', async () => {
    const { office, move } = await moving(open, 1);
    office.clock.moveTo('2026-12-10T10:00:00+09:00');
    await move();
    expect((await transfers(office.database.reader, office.staff.neighbour, 1)).rows).toMatchObject([
      { restricted: false },
    ]);
  });
});
