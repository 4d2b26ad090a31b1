import { expect, test } from 'vitest';
import { AccountOverview, type AccountOverviewProps } from '#app/components/ownAccount/AccountOverview.tsx';
import { WithdrawForm, type WithdrawFormProps } from '#app/components/ownAccount/WithdrawForm.tsx';
import type { EmployerActor } from '#app/domain/actor.ts';
import { loader as overview } from '#app/routes/mypage.account._index.tsx';
import { action as askEmail } from '#app/routes/mypage.account.email._index.tsx';
import { action as confirmEmail } from '#app/routes/mypage.account.email.key.tsx';
import { action as changePassword } from '#app/routes/mypage.account.password.tsx';
import { loader as leave, action as withdraw } from '#app/routes/mypage.account.withdraw.tsx';
import { action as data, loader as dataLink } from '#app/routes/mypage_.account.data.ts';
import { action as endOthers } from '#app/routes/mypage_.account.sessions.ts';
import { action as signIn } from '#app/routes/mypage_.login.tsx';
import { action as stay } from '#app/routes/mypage_.stay.ts';
import { htmlOf } from '#test/components/render.tsx';
import { newPassword } from '#test/support/accountLife.ts';
import { keyIn, password } from '#test/support/world.ts';
import { at, call, cookieIn, formKey } from './application.ts';
import { webOffice } from './office.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const { app, office } = await webOffice();

const signedIn = async ({ email }: EmployerActor, typed = password): Promise<string> =>
  cookieIn(await call(app, signIn, { path: '/mypage/login', form: { email, password: typed } }));
const isIn = async (cookie: string): Promise<boolean> =>
  (await call(app, overview, { path: '/mypage/account', cookie })).status === 200;

test('a changed password signs out every other machine, and gives this one a new session', async () => {
  const employer = await office.openedAtCounter('one@example.co.jp');
  const [here, home] = [await signedIn(employer), await signedIn(employer)];
  const form = { _key: formKey(), current_password: password, password: newPassword };
  const answer = await call(app, changePassword, { path: '/mypage/account/password', cookie: here, form });
  expect(answer).toMatchObject({ status: 302, location: '/mypage/account?done=password-changed' });
  expect([await isIn(here), await isIn(home), await isIn(cookieIn(answer))]).toEqual([false, false, true]);
});

test('ほかの端末をログアウトさせる leaves the one that asks', async () => {
  const employer = await office.openedAtCounter('two@example.co.jp');
  const [here, home] = [await signedIn(employer), await signedIn(employer)];
  const shown = await call(app, overview, { path: '/mypage/account', cookie: here });
  const html = htmlOf(<AccountOverview {...(shown.data as AccountOverviewProps)} />, '/mypage/account');
  expect(html).toContain('この端末');
  expect(html).toContain('ほかの端末をログアウトさせる');
  expect(html).toContain('two@example.co.jp');
  await call(app, endOthers, { path: '/mypage/account/sessions', cookie: here, form: { _key: formKey() } });
  expect([await isIn(here), await isIn(home)]).toEqual([true, false]);
});

test('a changed address signs out every other machine', async () => {
  const employer = await office.openedAtCounter('three@example.co.jp');
  const [here, home] = [await signedIn(employer), await signedIn(employer)];
  const asked = { _key: formKey(), email: 'three-new@example.co.jp', current_password: password };
  expect(
    await call(app, askEmail, { path: '/mypage/account/email', cookie: here, form: asked }),
  ).toMatchObject({ location: '/mypage/account/email/key?done=email-key-sent' });
  await office.runner.runDue();
  const form = { _key: formKey(), key: keyIn(office.mails, 'three-new@example.co.jp') };
  const answer = await call(app, confirmEmail, { path: '/mypage/account/email/key', cookie: here, form });
  expect(answer.location).toBe('/mypage/account?done=email-changed');
  expect([await isIn(here), await isIn(home), await isIn(cookieIn(answer))]).toEqual([false, false, true]);
});

test('退会 says the day of the erasure first, asks for the password, and ends the session', async () => {
  const employer = await office.openedAtCounter('four@example.co.jp');
  const [here, home] = [await signedIn(employer), await signedIn(employer)];
  const shown = await call(app, leave, { path: '/mypage/account/withdraw', cookie: here });
  const html = htmlOf(
    <WithdrawForm {...(shown.data as WithdrawFormProps)} answer={undefined} />,
    '/mypage/account/withdraw',
  );
  expect(html).toMatch(/2026年12月26日\(土\).*完全に消去.*name="current_password"/s);

  const post = (typed: string) =>
    call(app, withdraw, {
      path: '/mypage/account/withdraw',
      cookie: here,
      form: { _key: formKey(), current_password: typed },
    });
  const wrong = await post('ちがうパスワードを入れました');
  expect(wrong.status).toBe(422);
  expect(JSON.stringify(wrong.data)).not.toContain('ちがうパスワード');
  const done = await post(password);
  expect(done.location).toBe('/mypage/login?done=withdrawn');
  expect(done.cookies[0]).toContain('Max-Age=0');
  expect([await isIn(here), await isIn(home)]).toEqual([false, false]);
});

test('登録情報の取得 is posted, recorded, and holds nothing of another establishment', async () => {
  const employer = await office.openedAtCounter('five@example.co.jp');
  const other = await office.openedAtCounter('six@example.co.jp');
  await office.filledIn(employer);
  const cookie = await signedIn(employer);
  const link = await call(app, dataLink, { path: '/mypage/account/data', cookie });
  expect(link).toMatchObject({ status: 302, location: '/mypage/account' });

  const file = async (format: string): Promise<string> => {
    const { path, form } = { path: '/mypage/account/data', form: { _key: formKey(), _intent: format } };
    let body = '';
    const kept: typeof data = Object.assign(
      async (args: Parameters<typeof data>[0]) => {
        const answer = await data(args);
        expect(answer.headers.get('content-disposition')).toContain(`mypage-data-2026-11-24.${format}`);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        body = await answer.text();
        return answer;
      },
      { guard: data.guard },
    );
    await call(app, kept, { path, cookie, form });
    return body;
  };
  const json = JSON.parse(await file('json'));
  expect(json.ログインに使うメールアドレス).toMatchObject([{ メールアドレス: 'five@example.co.jp' }]);
  expect(json.求人).toMatchObject([{ 状態: '下書き' }]);
  const csv = await file('csv');
  expect(csv).toContain('事業所情報,1,事業所名,');
  expect(csv).not.toContain(other.email);
  const taken = await office.database.reader('audit_entry').where({ action: 'account.dataDownloaded' });
  expect(taken.map(({ subject_id: id }) => id)).toEqual([employer.accountId, employer.accountId]);
});

test('続ける keeps a session alive that would have ended', async () => {
  const employer = await office.openedAtCounter('seven@example.co.jp');
  const cookie = await signedIn(employer);
  const post = (time: string) => call(at(app, time), stay, { path: '/mypage/stay', cookie, form: {} });
  expect(await post('2026-11-24T10:58+09:00')).toMatchObject({ status: 204 });
  expect(await post('2026-11-24T11:57+09:00')).toMatchObject({ status: 204 });
  expect(await post('2026-11-24T12:57+09:00')).toMatchObject({ status: 302 });
});
