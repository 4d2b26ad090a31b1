import { expect, test } from 'vitest';
import { AccountHelpPage, type AccountHelpPageProps } from '#app/components/account/AccountHelpPage.tsx';
import { loader as overview } from '#app/routes/mypage.account._index.tsx';
import { action as signIn } from '#app/routes/mypage_.login.tsx';
import { loader as help } from '#app/routes/staff.establishments.$id.account_.$accountId._index.tsx';
import {
  action as act,
  loader as actPage,
} from '#app/routes/staff.establishments.$id.account_.$accountId.$act.tsx';
import {
  action as mypageAct,
  loader as mypageActPage,
} from '#app/routes/staff.establishments.$id.account_.mypage.$act.tsx';
import { htmlOf } from '#test/components/render.tsx';
import { password } from '#test/support/world.ts';
import { call, cookieIn, formKey } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office, signedIn } = await webOffice();
const employer = await office.openedAtCounter('a@example.co.jp');
const clerk = await signedIn(office.staff.clerk);
const supervisor = await signedIn(office.staff.supervisor);
const auditor = await signedIn(office.staff.auditor);
const neighbour = await signedIn(office.staff.neighbour);
const id = employer.establishmentId ?? '';
const { accountId } = employer;
const path = `/staff/establishments/${id}/account/${accountId}`;
const params = { id, accountId };

const employerIn = async (email = employer.email): Promise<string> =>
  cookieIn(await call(app, signIn, { path: '/mypage/login', form: { email, password } }));
const isIn = async (cookie: string): Promise<boolean> =>
  (await call(app, overview, { path: '/mypage/account', cookie })).status === 200;

test('アカウントの手続き shows how an account stands to clerks of its office alone', async () => {
  await employerIn();
  const shown = await call(app, help, { ...clerk, path, params });
  const html = htmlOf(<AccountHelpPage {...(shown.data as AccountHelpPageProps)} />, path);
  expect(html).toContain('0回（15分間に10回まで）');
  expect(html).toContain(`href="${path}/replace-email"`);
  expect(await call(app, help, { ...neighbour, path, params })).toMatchObject({ status: 404 });
  expect(await call(app, help, { ...auditor, path, params })).toMatchObject({ status: 403 });
  const views = await office.database.reader('view_log').where({ screen: 'account.help' });
  expect(views.map(({ subject_id: subject }) => subject)).toEqual([accountId]);
});

test('すべての端末をログアウトさせる asks why and does so', async () => {
  const cookie = await employerIn();
  const post = (reason: string) =>
    call(app, act, {
      ...clerk,
      path: `${path}/end-sessions`,
      params: { ...params, act: 'end-sessions' },
      form: { _key: formKey(), help_reason: reason },
    });
  expect(await post('')).toMatchObject({ status: 422 });
  expect(await isIn(cookie)).toBe(true);
  expect((await post('端末を失くしたとの電話（見本）')).location).toBe(`${path}?done=sessions-ended`);
  expect(await isIn(cookie)).toBe(false);
});

test('a new address is read back to who came before anything changes', async () => {
  const shown = await call(app, actPage, { ...clerk, path, params: { ...params, act: 'replace-email' } });
  const { account } = shown.data as { account: { version: number } };
  const post = (intent: string) =>
    call(app, act, {
      ...clerk,
      path: `${path}/replace-email`,
      params: { ...params, act: 'replace-email' },
      form: {
        _key: formKey(),
        _version: String(account.version),
        _intent: intent,
        email: 'new@example.co.jp',
        visitor_name: '見本 来庁子',
        identity_document_seen: 'on',
        identity_document: 'passport',
        authority_confirmed: 'on',
        help_reason: '担当者の退職のため（見本）',
      },
    });
  expect((await post('act')).data).toMatchObject({ ok: true, readBack: 'new@example.co.jp' });
  expect((await post('edit')).data).toMatchObject({ readBack: null, typed: { visitor_name: '見本 来庁子' } });
  expect(await office.stores.accounts.find(accountId)).toMatchObject({ email: 'a@example.co.jp' });
  expect((await post('register')).location).toBe(`${path}?done=email-replaced`);
  expect(await office.stores.accounts.find(accountId)).toMatchObject({ email: 'new@example.co.jp' });
});

test('利用不可 is for supervisors; it signs the employer out', async () => {
  const other = await office.openedAtCounter('b@example.co.jp');
  const cookie = await employerIn(other.email);
  const establishmentId = other.establishmentId ?? '';
  const place = {
    path: `/staff/establishments/${establishmentId}/account/mypage/suspend`,
    params: { id: establishmentId, act: 'suspend' },
  };
  expect(await call(app, mypageActPage, { ...clerk, ...place })).toMatchObject({ status: 403 });
  const form = () => ({ _key: formKey(), help_reason: '虚偽の求人を繰り返したため（見本）' });
  expect(await call(app, mypageAct, { ...clerk, ...place, form: form() })).toMatchObject({ status: 403 });
  expect(await isIn(cookie)).toBe(true);
  const done = await call(app, mypageAct, { ...supervisor, ...place, form: form() });
  expect(done.location).toBe(`/staff/establishments/${establishmentId}?done=mypage-suspended`);
  expect(await isIn(cookie)).toBe(false);
  const again = await call(app, mypageAct, { ...supervisor, ...place, form: form() });
  expect(again.status).toBe(409);
});
