import { expect, test } from 'vitest';
import { MemberPage, type MemberPageProps } from '#app/components/office/MemberPage.tsx';
import { MembersPage, type MembersPageProps } from '#app/components/office/MembersPage.tsx';
import { loader as today } from '#app/routes/staff._index.tsx';
import { loader as list } from '#app/routes/staff.offices.staff._index.tsx';
import { action as act, loader as one } from '#app/routes/staff.offices.staff.$id.tsx';
import { action as add } from '#app/routes/staff.offices.staff.new.tsx';
import { loader as password } from '#app/routes/staff_.password.tsx';
import { htmlOf } from '#test/components/render.tsx';
import { call, formKey } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, signedIn } = await webOffice();
const { supervisor, clerk, otherClerk, neighbour } = office.staff;
const asSupervisor = await signedIn(supervisor);
const path = '/staff/offices/staff';
const pageOf = (id: string) => ({ path: `${path}/${id}`, params: { id } });
const post = (id: string, form: Record<string, string>) =>
  call(app, act, { ...asSupervisor, ...pageOf(id), form: { _key: formKey(), ...form } });

test('職員 lists the office for supervisors; nobody changes their own role there', async () => {
  const shown = (await call(app, list, { ...asSupervisor, path })).data as MembersPageProps;
  const html = htmlOf(<MembersPage {...shown} />, path);
  expect(html).toContain(`href="${path}/${clerk.id}"`);
  expect(html).not.toContain(neighbour.name);
  expect(await call(app, list, { ...(await signedIn(clerk)), path })).toMatchObject({ status: 403 });
  expect(await call(app, one, { ...asSupervisor, ...pageOf(neighbour.id) })).toMatchObject({ status: 404 });
  const self = (await call(app, one, { ...asSupervisor, ...pageOf(supervisor.id) })).data as MemberPageProps;
  expect(htmlOf(<MemberPage {...self} password={undefined} answer={undefined} />, path)).not.toContain(
    '<form',
  );
  expect(await post(supervisor.id, { _intent: 'deactivate' })).toMatchObject({ status: 422 });
});

test('a role is that of the next request, not of the sign-in', async () => {
  const asOther = await signedIn(otherClerk);
  expect(await call(app, list, { ...asOther, path })).toMatchObject({ status: 403 });
  const changed = await post(otherClerk.id, { _intent: 'role', from: 'clerk', role: 'supervisor' });
  expect(changed.location).toBe(`${path}/${otherClerk.id}?done=staff-role-changed`);
  expect(await call(app, list, { ...asOther, path })).toMatchObject({ status: 200 });
});

test('who is stopped is out at once', async () => {
  const asClerk = await signedIn(clerk);
  expect(await call(app, today, { ...asClerk })).toMatchObject({ status: 200 });
  await post(clerk.id, { _intent: 'deactivate' });
  expect((await call(app, today, { ...asClerk })).location).toContain('/staff/login');
});

test('an initial password is shown once and opens only the page that changes it', async () => {
  const form = { _key: formKey(), name: '新任 五子（見本）', login_name: 'shin5', role: 'clerk' };
  expect(await call(app, add, { ...asSupervisor, path, form: { ...form, role: 'king' } })).toMatchObject({
    status: 422,
  });
  const { added } = (await call(app, add, { ...asSupervisor, path, form })).data as {
    added: { password: string };
  };
  expect(added.password).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
  const member = await office.stores.staff.findByLoginName('shin5');
  const asNew = await signedIn({ ...clerk, id: member?.id ?? '' });
  expect((await call(app, today, { ...asNew })).location).toBe('/staff/password');
  expect(await call(app, password, { ...asNew, path: '/staff/password' })).toMatchObject({ status: 200 });
});
