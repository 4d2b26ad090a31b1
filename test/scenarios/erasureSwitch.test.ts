import { expect, test } from 'vitest';
import { switchAutomaticErasure } from '#app/procedures/retention/switchAutomatic.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { erasableMypage, letErase } from '#test/support/retention.ts';

describeOnEveryDatabase('自動の消去', (open) => {
  const listed = async () => {
    const mypage = await erasableMypage(open);
    await letErase(mypage.office, false);
    await mypage.withdraw();
    return mypage;
  };

  test('is off until a supervisor begins it: what is due is listed with its counts, and nothing is erased', async () => {
    const { establishmentId, night, erasureNight, isThere, marks, certificates } = await listed();
    await night('2026-12-25');
    expect(await marks()).toEqual([]);
    await night(erasureNight);
    const [mark] = await marks();
    expect(mark).toMatchObject({
      establishment_id: establishmentId,
      rules: '["RA1"]',
      base_date: '2026-11-24',
      due_on: '2026-12-26',
      found_on: '2026-12-26',
    });
    expect(JSON.parse(mark.counts)).toMatchObject({ account: 1, establishment: 1 });
    expect(await isThere()).toBe(true);
    expect(await certificates()).toEqual([]);
  });

  test('erases in the night after it is begun, and says which supervisor began it', async () => {
    const { office, night, erasureNight, isThere, certificates } = await listed();
    await night(erasureNight);
    await letErase(office);
    await night('2026-12-27');
    expect(await isThere()).toBe(false);
    expect(await certificates()).toMatchObject([{ allowed_by: office.staff.supervisor.id }]);
  });

  test('of one office leaves what is due at another', async () => {
    const { office, establishmentId, night, erasureNight, isThere } = await listed();
    const { neighbour } = office.staff;
    const there = await office.hire('chief', '隣所 五郎（見本）', 'supervisor', neighbour.officeId);
    const input = { automatic: true, reason: '確認したため（見本）', version: 0 };
    expect(await office.perform(switchAutomaticErasure, there, input)).toMatchObject({ ok: true });
    await night(erasureNight);
    expect(await isThere()).toBe(true);
    expect(await office.stores.retention.settingOf(neighbour.officeId)).toMatchObject({ automatic: true });
    expect(establishmentId).not.toBe('');
  });

  test('forgets what is not due any more', async () => {
    const { office, account, night, erasureNight, marks } = await listed();
    await night(erasureNight);
    await office.stores.accounts.update({ ...(await account()), withdrawnOn: null });
    await night('2026-12-27');
    expect(await marks()).toEqual([]);
  });

  test('is begun by a supervisor, once, with a reason in the record', async () => {
    const { office } = await listed();
    const input = { automatic: true, reason: '確認したため（見本）', version: 0 };
    for (const who of [office.staff.clerk, office.staff.auditor])
      await expect(office.perform(switchAutomaticErasure, who, input)).rejects.toMatchObject({
        name: 'Forbidden',
      });
    const { supervisor } = office.staff;
    await expect(office.perform(switchAutomaticErasure, supervisor, input)).rejects.toMatchObject({
      name: 'Conflict',
    });
    const { version } = (await office.stores.retention.settingOf(supervisor.officeId)) ?? { version: 0 };
    await office.perform(switchAutomaticErasure, supervisor, { ...input, version });
    await expect(
      office.perform(switchAutomaticErasure, supervisor, { ...input, version }),
    ).rejects.toMatchObject({ name: 'Conflict' });
    const entry = await office.database
      .writer('audit_entry')
      .where({ action: 'retention.switched' })
      .orderBy('seq', 'desc')
      .first();
    expect(JSON.parse(entry.detail)).toMatchObject({ automatic: true });
    expect(entry.detail).not.toContain('確認したため');
  });
});
