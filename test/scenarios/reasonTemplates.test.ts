import { beforeEach, expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/actor.ts';
import { returnPosting } from '#app/procedures/posting/return.ts';
import { addReasonTemplate } from '#app/procedures/reasonTemplate/add.ts';
import { editReasonTemplate } from '#app/procedures/reasonTemplate/edit.ts';
import { reasonTemplates, templatesFor } from '#db/queries/reasonTemplates.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

describeOnEveryDatabase('定型文 of an office', (open) => {
  let database: TestDatabase;
  let office: World;
  let supervisor: StaffActor;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    supervisor = office.staff.supervisor;
  });

  const text = (title: string, position = 50) => ({
    kind: 'return' as const,
    title,
    body: `・${title}を直してください。`,
    reasonCode: 'hours',
    position,
  });
  const add = async (title: string, position?: number) =>
    granted(await office.perform(addReasonTemplate, supervisor, text(title, position))).templateId;
  const edit = (templateId: string, version: number, retired: boolean, by = supervisor) =>
    office.perform(editReasonTemplate, by, { ...text('休日'), templateId, version, retired });
  const offered = async (to = office.staff.clerk) =>
    (await templatesFor(database.reader, to, 'return')).map(({ title, used }) => `${title} ${used}`);

  test('are offered by their place and then by use, which is counted by their words', async () => {
    await add('休憩');
    await add('賃金');
    await add('年齢', 1);
    const employer = await office.openedAtCounter();
    const sent = await office.submitted(employer, await office.filledIn(employer));
    const posting = await office.visited(sent, '2026-11-24');
    granted(
      await office.perform(returnPosting, office.staff.clerk, {
        postingId: posting.id,
        version: posting.version,
        reasons: ['wage'],
        fields: [],
        message: '確認しました。\n・賃金を直してください。',
      }),
    );
    expect(await offered()).toEqual(['年齢 0', '賃金 1', '休憩 0']);
  });

  test('are changed, retired and brought back; of two changes at once one is told', async () => {
    const id = await add('休憩');
    const both = await Promise.allSettled([edit(id, 1, false), edit(id, 1, true)]);
    expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { name: 'Conflict' } },
    ]);
    granted(await edit(id, 2, true));
    expect(await offered()).toEqual([]);
    expect(await reasonTemplates(database.reader, supervisor)).toMatchObject([{ id, title: '休日' }]);
    granted(await edit(id, 3, false));
    expect(await offered()).toEqual(['休日 0']);
  });

  test('are edited by supervisors only, and do not exist for another office', async () => {
    const id = await add('休憩');
    const byClerk = office.perform(addReasonTemplate, office.staff.clerk, text('賃金'));
    await expect(byClerk).rejects.toMatchObject({ name: 'Forbidden' });
    await expect(edit(id, 1, true, office.staff.auditor)).rejects.toMatchObject({ name: 'Forbidden' });
    const neighbour = { ...office.staff.neighbour, role: 'supervisor' as const };
    await expect(edit(id, 1, true, neighbour)).rejects.toMatchObject({ name: 'NotFound' });
    expect(await offered(office.staff.neighbour)).toEqual([]);
  });
});
