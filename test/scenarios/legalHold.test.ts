import { expect, test } from 'vitest';
import { liftLegalHold } from '#app/procedures/retention/liftHold.ts';
import { placeLegalHold } from '#app/procedures/retention/placeHold.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { erasableMypage } from '#test/support/retention.ts';
import { granted } from '#test/support/world.ts';

const reason = '相違の申出を調べているため（見本）';

describeOnEveryDatabase('消去の保留', (open) => {
  const held = async (until: string) => {
    const mypage = await erasableMypage(open);
    const { office, establishmentId } = mypage;
    const place = (input = { establishmentId, reason, until }, by = office.staff.supervisor) =>
      office.perform(placeLegalHold, by, input);
    const lift = (by = office.staff.supervisor) =>
      office.perform(liftLegalHold, by, { establishmentId, reason: '調査が終わったため（見本）' });
    granted(await place());
    await mypage.withdraw();
    return { ...mypage, place, lift };
  };

  test('keeps a MyPage through its last day; the night lists it and counts it as held', async () => {
    const { office, night, isThere, marks } = await held('2027-01-31');
    await night('2027-01-31');
    expect(await isThere()).toBe(true);
    expect(await marks()).toHaveLength(1);
    const looked = await office.database.writer('audit_entry').where({ action: 'retention.looked' }).first();
    expect(JSON.parse(looked.detail)).toMatchObject({ rows: 1, held: 1 });
    await night('2027-02-01');
    expect(await isThere()).toBe(false);
  });

  test('placed after the night has listed it keeps it, too', async () => {
    const { office, establishmentId, place, night, isThere } = await held('2026-12-26');
    await night('2026-12-26');
    office.clock.moveTo('2026-12-26T10:00:00+09:00');
    granted(await place({ establishmentId, reason, until: '2027-03-31' }));
    await night('2026-12-27');
    expect(await isThere()).toBe(true);
    expect(await office.stores.retention.holdOf(establishmentId)).toMatchObject({ until: '2027-03-31' });
  });

  test('of a record that was merged into the establishment keeps both', async () => {
    const { office, establishmentId, lift, place, night, isThere } = await held('2027-01-31');
    granted(await lift());
    const knex = office.database.writer;
    const { supervisor } = office.staff;
    const mergedId = await office.registered();
    granted(await place({ establishmentId: mergedId, reason, until: '2027-01-31' }));
    await knex('establishment').where({ id: mergedId }).update({ state: 'merged' });
    await knex('establishment_merge').insert({
      merged_id: mergedId,
      kept_id: establishmentId,
      reason: '同じ事業所のため（見本）',
      merged_by: supervisor.id,
      merged_at: office.clock.now().toISOString(),
    });
    await night('2027-01-31');
    expect(await isThere()).toBe(true);
    await night('2027-02-01');
    expect(await knex('establishment').whereIn('id', [establishmentId, mergedId])).toEqual([]);
  });

  test('lifted, it lets go of what is due', async () => {
    const { office, lift, night, isThere } = await held('2027-12-31');
    await night('2026-12-26');
    granted(await lift());
    await night('2026-12-27');
    expect(await isThere()).toBe(false);
    await expect(lift()).rejects.toMatchObject({ name: 'NotFound' });
    expect((await office.stores.audit.verify(office.secrets.auditKey)).firstBad).toBeNull();
  });

  test('is a supervisor’s of the office, with a day that is not over', async () => {
    const { office, establishmentId, place, lift } = await held('2027-01-31');
    const input = { establishmentId, reason, until: '2027-01-31' };
    await expect(place(input, office.staff.clerk)).rejects.toMatchObject({ name: 'Forbidden' });
    const { neighbour } = office.staff;
    const there = await office.hire('chief', '隣所 五郎（見本）', 'supervisor', neighbour.officeId);
    await expect(place(input, there)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(lift(there)).rejects.toMatchObject({ name: 'NotFound' });
    expect(await place({ ...input, until: '2026-11-23' })).toMatchObject({
      fields: [{ field: 'until', code: 'past-day' }],
    });
    expect(await place({ ...input, until: '2026-11-24' })).toMatchObject({ ok: true });
  });

  test('of nobody cannot be lifted', async () => {
    const { lift } = await held('2027-01-31');
    granted(await lift());
    await expect(lift()).rejects.toMatchObject({ name: 'Conflict' });
  });
});
