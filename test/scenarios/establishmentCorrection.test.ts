import { expect, test } from 'vitest';
import { correctEstablishment } from '#app/procedures/establishment/correct.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { registeredEmployer } from '#test/support/establishmentChanges.ts';
import { granted } from '#test/support/world.ts';

describeOnEveryDatabase('訂正 of registered data at the counter', (open) => {
  test('takes effect at once, keeps the old data with the reason, and stands in the audit log', async () => {
    const { office, establishment, correct } = await registeredEmployer(open);
    const before = await establishment();
    granted(await correct({ phone: '0300007777' }));
    expect(await establishment()).toMatchObject({ phone: '0300007777', version: before.version + 1 });
    expect(await office.stores.establishments.versionsOf(before.id)).toMatchObject([
      {
        cause: 'correction',
        requestId: null,
        reason: '登記事項証明書で確認（見本）',
        details: before.details,
        replacedBy: office.staff.clerk.id,
      },
    ]);
    expect(await office.stores.audit.latestOf({ type: 'establishment', id: before.id })).toMatchObject({
      action: 'establishment.corrected',
      actorId: office.staff.clerk.id,
    });
  });

  test('without a reason or without a difference is not made', async () => {
    const { correct } = await registeredEmployer(open);
    await expect(correct({ phone: '0300007777' }, '')).rejects.toMatchObject({ name: 'BadInput' });
    expect(await correct({})).toMatchObject({ code: 'establishment-unchanged' });
  });

  test('to what another record has is asked about first, and the same number is refused', async () => {
    const { office, establishment, correct } = await registeredEmployer(open);
    const otherId = await office.registered();
    const other = await office.stores.establishments.find({ kind: 'all' }, otherId);
    if (other === undefined) throw new Error('The other record is gone.');
    expect(await correct({ phone: other.phone })).toMatchObject({
      code: 'possible-duplicates',
      params: { count: 1 },
    });
    granted(await correct({ phone: other.phone }, '共同の代表電話と確認（見本）', [otherId]));
    // The shared number was looked at: the next correction does not ask again.
    granted(await correct({ business_description: '焼き菓子の製造です。' }));
    expect(await correct({ establishment_number: other.number })).toMatchObject({
      code: 'fields-wrong',
      fields: [{ field: 'establishment_number', code: 'taken' }],
    });
    expect((await establishment()).phone).toBe(other.phone);
  });

  test('of two clerks at once is one; the other is told who corrected', async () => {
    const { office, id, establishment } = await registeredEmployer(open);
    const { version, details } = await establishment();
    const by = (actor: typeof office.staff.clerk, phone: string) =>
      office.perform(correctEstablishment, actor, {
        establishmentId: id,
        version,
        values: { ...details, phone },
        reason: '電話で確認（見本）',
        knownOthers: [],
      });
    granted(await by(office.staff.clerk, '0300007777'));
    await expect(by(office.staff.otherClerk, '0300006666')).rejects.toMatchObject({
      name: 'Conflict',
      decided: { by: office.staff.clerk.name, action: 'establishment.corrected' },
    });
  });

  test('is for clerks of the office, of registered records', async () => {
    const { office, id, establishment } = await registeredEmployer(open);
    const { version, details } = await establishment();
    const input = {
      establishmentId: id,
      version,
      values: { ...details, phone: '0300007777' },
      reason: '電話で確認（見本）',
      knownOthers: [],
    };
    await expect(office.perform(correctEstablishment, office.staff.auditor, input)).rejects.toMatchObject({
      name: 'Forbidden',
    });
    await expect(office.perform(correctEstablishment, office.staff.neighbour, input)).rejects.toMatchObject({
      name: 'NotFound',
    });
    const online = await office.openedOnline();
    const provisional = await office.stores.establishments.find(
      { kind: 'all' },
      online.establishmentId ?? '',
    );
    await expect(
      office.perform(correctEstablishment, office.staff.clerk, {
        ...input,
        establishmentId: provisional?.id ?? '',
        version: provisional?.version ?? 0,
      }),
    ).rejects.toMatchObject({ name: 'Conflict' });
  });
});
