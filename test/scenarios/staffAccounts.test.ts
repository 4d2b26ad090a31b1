import { expect, test } from 'vitest';
import { visitor } from '#app/domain/actor.ts';
import { addMember } from '#app/procedures/staff/add.ts';
import { addFirstSupervisor } from '#app/procedures/staff/addFirst.ts';
import { changePassword } from '#app/procedures/staff/changePassword.ts';
import { changeRole } from '#app/procedures/staff/changeRole.ts';
import { deactivateMember } from '#app/procedures/staff/deactivate.ts';
import { reactivateMember } from '#app/procedures/staff/reactivate.ts';
import { resetPassword } from '#app/procedures/staff/resetPassword.ts';
import { signIn } from '#app/procedures/staff/signIn.ts';
import { officeMembers } from '#db/queries/members.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { granted, openOffice, password } from '#test/support/world.ts';

const morning = '2026-11-24T10:00:00+09:00';

describeOnEveryDatabase('The people of an office', (open) => {
  const office = async () => openOffice(await open(), morning);
  type Office = Awaited<ReturnType<typeof office>>;
  const newcomer = { name: '新任 五子（見本）', loginName: 'shin5', role: 'clerk' } as const;
  const isIn = async ({ perform }: Office, loginName: string, secret: string): Promise<boolean> =>
    (await perform(signIn, visitor, { loginName, password: secret })).ok;
  const live = (world: Office, subjectId: string) =>
    world.stores.sessions.insert({
      idHash: `hash-${subjectId}`,
      audience: 'staff',
      subjectId,
      data: {},
      createdAt: morning,
      seenAt: morning,
    });
  const sessions = async (world: Office, subjectId: string) =>
    (await world.database.reader('session').where({ subject_id: subjectId })).length;

  test('are added with an initial password that is kept nowhere, and has to be changed', async () => {
    const world = await office();
    const { supervisor } = world.staff;
    const { staffId, password: initial } = granted(await world.perform(addMember, supervisor, newcomer));
    expect(initial).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    expect(await world.stores.staff.find(staffId)).toMatchObject({ role: 'clerk', temporaryPassword: true });
    const kept = JSON.stringify([
      await world.database.reader('audit_entry').select(),
      await world.database.reader('audit_personal').select(),
      await world.database.reader('idempotency').select(),
    ]);
    expect(kept).not.toContain(initial);
    expect(await isIn(world, 'shin5', initial)).toBe(true);

    const actor = {
      kind: 'staff',
      id: staffId,
      name: newcomer.name,
      role: 'clerk',
      officeId: supervisor.officeId,
    } as const;
    const change = (current: string, next: string) =>
      world.perform(changePassword, actor, { current, password: next });
    expect(await change('ちがう', password)).toMatchObject({ ok: false, code: 'password-wrong' });
    expect(await change(initial, '短い')).toMatchObject({ ok: false, code: 'fields-wrong' });
    await live(world, staffId);
    granted(await change(initial, password));
    expect(await world.stores.staff.find(staffId)).toMatchObject({ temporaryPassword: false });
    expect(await sessions(world, staffId)).toBe(0);
    expect(await isIn(world, 'shin5', initial)).toBe(false);
    expect(await isIn(world, 'shin5', password)).toBe(true);
    expect(await world.perform(addMember, supervisor, newcomer)).toMatchObject({
      fields: [{ field: 'login_name', code: 'taken' }],
    });
  });

  test('who have left cannot sign in, lose their sessions, and may come back', async () => {
    const world = await office();
    const { supervisor, clerk } = world.staff;
    await live(world, clerk.id);
    granted(await world.perform(deactivateMember, supervisor, { staffId: clerk.id }));
    expect(await sessions(world, clerk.id)).toBe(0);
    expect(await officeMembers(world.database.reader, supervisor)).toContainEqual(
      expect.objectContaining({ id: clerk.id, active: false }),
    );
    await expect(world.perform(deactivateMember, supervisor, { staffId: clerk.id })).rejects.toMatchObject({
      name: 'Conflict',
      decided: { action: 'staff.deactivated' },
    });
    granted(await world.perform(reactivateMember, supervisor, { staffId: clerk.id }));
    expect(await world.stores.staff.find(clerk.id)).toMatchObject({ active: true });
  });

  test('get a new initial password from a supervisor, which ends their sessions', async () => {
    const world = await office();
    const { supervisor, clerk } = world.staff;
    await live(world, clerk.id);
    const { password: initial } = granted(
      await world.perform(resetPassword, supervisor, { staffId: clerk.id }),
    );
    expect(await sessions(world, clerk.id)).toBe(0);
    expect(await isIn(world, 'clerk', initial)).toBe(true);
    expect(await world.perform(resetPassword, supervisor, { staffId: supervisor.id })).toMatchObject({
      code: 'staff-self',
    });
  });

  test('never lose their last supervisor, also when two take the role from each other at the same moment', async () => {
    const world = await office();
    const { supervisor, otherSupervisor } = world.staff;
    const demote = (by: typeof supervisor, staffId: string) =>
      world.perform(changeRole, by, { staffId, from: 'supervisor', role: 'clerk' });
    expect(await demote(supervisor, supervisor.id)).toMatchObject({ code: 'staff-self' });
    const both = await Promise.all([
      demote(supervisor, otherSupervisor.id),
      demote(otherSupervisor, supervisor.id),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'last-supervisor' });
    const people = await officeMembers(world.database.reader, supervisor);
    expect(people.filter(({ role }) => role === 'supervisor')).toHaveLength(1);
    const [remaining] = people.filter(({ role }) => role === 'supervisor');
    const actor = remaining?.id === supervisor.id ? otherSupervisor : supervisor;
    expect(await world.perform(deactivateMember, actor, { staffId: remaining?.id ?? '' })).toMatchObject({
      code: 'last-supervisor',
    });
  });

  test('are those of the own office, and only supervisors manage them', async () => {
    const world = await office();
    const { supervisor, clerk, auditor, neighbour } = world.staff;
    expect((await officeMembers(world.database.reader, supervisor)).map(({ id }) => id)).not.toContain(
      neighbour.id,
    );
    await expect(world.perform(resetPassword, supervisor, { staffId: neighbour.id })).rejects.toMatchObject({
      name: 'NotFound',
    });
    for (const by of [clerk, auditor])
      await expect(world.perform(addMember, by, newcomer)).rejects.toMatchObject({ name: 'Forbidden' });
    const role = { staffId: clerk.id, from: 'auditor', role: 'clerk' } as const;
    await expect(world.perform(changeRole, supervisor, role)).rejects.toMatchObject({ name: 'Conflict' });
  });

  test('begin with a first supervisor, made from the shell once', async () => {
    const world = await office();
    const input = {
      office: {
        code: '99030',
        name: 'ハローワーク見本里',
        phone: '0300000300',
        postal: '1000001',
        address: '東京都見本区見本3番',
        prefecture: '13',
      },
      name: '初代 六郎（見本）',
      loginName: 'shodai',
    };
    const system = { kind: 'system', job: 'db.first-supervisor' } as const;
    const { password: initial } = granted(await world.perform(addFirstSupervisor, system, input));
    expect(await isIn(world, 'shodai', initial)).toBe(true);
    expect(await world.perform(addFirstSupervisor, system, { ...input, loginName: 'niban' })).toMatchObject({
      code: 'office-has-supervisor',
    });
    await expect(world.perform(addFirstSupervisor, world.staff.supervisor, input)).rejects.toMatchObject({
      name: 'Forbidden',
    });
  });
});
