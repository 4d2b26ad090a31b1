import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { signIn as employerSignIn } from '#app/procedures/account/signIn.ts';
import { signIn } from '#app/procedures/staff/signIn.ts';
import { mypageRoute, publicRoute } from '#app/web/routes.server.ts';
import { at, call, insertStaff, password, testApplication } from './application.ts';
import { watchLog } from './watchLog.ts';

const log = watchLog();
const app = await testApplication();

const login = publicRoute.action({ permission: 'staff.signIn' }, async (ctx) => {
  const [loginName, typed] = ['loginName', 'password'].map((name) => String(ctx.form.raw.get(name)));
  const outcome = await ctx.signIn('staff', signIn, { loginName: loginName ?? '', password: typed ?? '' });
  return outcome.ok ? ctx.redirect('/staff') : ctx.invalid(outcome, { loginName: loginName ?? '' });
});
const mypageLogin = publicRoute.action({ permission: 'account.signIn' }, async (ctx) => {
  const [email, typed] = ['email', 'password'].map((name) => String(ctx.form.raw.get(name)));
  const outcome = await ctx.signIn('mypage', employerSignIn, {
    email: email ?? '',
    password: typed ?? '',
    device: ctx.device,
  });
  return outcome.ok ? ctx.redirect('/mypage') : ctx.invalid(outcome, { email: email ?? '' });
});

const home = mypageRoute.loader({ permission: 'mypage.home' }, async ({ actor }) => actor.email);

const attempt = (loginName: string, typed: string, clientAddress: string = randomUUID(), application = app) =>
  call(application, login, { form: { loginName, password: typed }, clientAddress });

const failed = { ok: false, refusal: { code: 'sign-in-failed' } };

describe('Somebody who cannot sign in', () => {
  test('is told the same for an unknown name, a wrong password and a former colleague', async () => {
    const known = await insertStaff(app);
    const former = await insertStaff(app, { active: false });
    for (const [name, typed] of [
      ['nobody', password],
      [known.loginName, 'ちがうパスワードを入れました'],
      [former.loginName, password],
    ] as const) {
      expect(await attempt(name, typed)).toMatchObject({ status: 422, data: failed, cookies: [] });
    }
  });

  test('gets back the name but never the password', async () => {
    const answer = await attempt('nobody', 'a password in the clear');
    expect(answer.data).toMatchObject({ typed: { loginName: 'nobody' } });
    expect(JSON.stringify(answer.data)).not.toContain('a password in the clear');
    expect(log().join('')).toContain('sign-in-failed');
    expect(log().join('')).not.toMatch(/nobody|a password in the clear/);
  });
});

describe('The tenth failure under one name', () => {
  test('is the last that is looked at; even the right password has to wait then', async () => {
    const { loginName } = await insertStaff(app);
    for (let tries = 0; tries < 10; tries += 1)
      expect((await attempt(loginName, 'ちがいます')).status).toBe(422);
    expect(await attempt(loginName, password)).toMatchObject({
      status: 429,
      data: { refusal: { code: 'sign-in-throttled', params: { minutes: 15 } } },
    });
  });

  test('counts for unknown names too', async () => {
    for (let tries = 0; tries < 10; tries += 1) await attempt('somebody', 'ちがいます');
    expect(await attempt('somebody', 'ちがいます')).toMatchObject({ status: 429 });
  });

  test('tries at once do not get past it', async () => {
    const { loginName } = await insertStaff(app);
    const answers = await Promise.all(Array.from({ length: 30 }, () => attempt(loginName, 'ちがいます')));
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(10);
  });

  test('a success in between starts the count anew', async () => {
    const { loginName } = await insertStaff(app);
    for (let round = 0; round < 2; round += 1) {
      for (let tries = 0; tries < 9; tries += 1) await attempt(loginName, 'ちがいます');
      expect((await attempt(loginName, password)).status).toBe(302);
    }
  });
});

describe('One client address', () => {
  test('may fail a hundred times in a quarter of an hour, whatever the names', async () => {
    const address = '198.51.100.7';
    const window = new Date(app.clock.now().getTime() + 15 * 60_000).toISOString();
    const key = `sign-in-from:${createHash('sha256').update(address).digest('hex')}`;
    for (let failures = 0; failures < 99; failures += 1) {
      await app.write((stores) => stores.throttles.count(key, app.clock.now().toISOString(), window));
    }
    const { loginName } = await insertStaff(app);
    expect((await attempt('the hundredth', 'ちがいます', address)).status).toBe(422);
    expect(await attempt(loginName, password, address)).toMatchObject({
      status: 429,
      data: { code: 'too-many', minutes: 15 },
    });
    expect((await attempt(loginName, password, '198.51.100.8')).status).toBe(302);
    expect((await attempt(loginName, password, address, at(app, '2026-11-24T09:15+09:00'))).status).toBe(302);
  });
});

describe('求人者', () => {
  const mail = (state: 'active' | 'mail_registered', passwordHash: string | null) => ({
    id: randomUUID(),
    establishmentId: null,
    email: `${randomUUID()}@mihon.example`,
    state,
    openedBy: 'online' as const,
    passwordHash,
    consentedAt: null,
    openedOn: null,
    suspendedOn: null,
    withdrawnOn: null,
    closedOn: null,
    version: 1,
    createdAt: '2026-11-24T00:00:00.000Z',
  });

  test('signs in once the password is set, and not before', async () => {
    const open = mail('active', await app.secrets.hash(password));
    const waiting = mail('mail_registered', null);
    await app.write(async (stores) => {
      await stores.accounts.insert(open);
      await stores.accounts.insert(waiting);
    });
    const enter = (email: string) => call(app, mypageLogin, { form: { email, password } });
    const answer = await enter(open.email);
    expect(answer).toMatchObject({ status: 302, location: '/mypage' });
    expect(answer.cookies[0]).toMatch(/^mypage=/);
    expect(await enter(waiting.email)).toMatchObject({ status: 422, data: failed });
    expect(await enter('unknown@mihon.example')).toMatchObject({ status: 422, data: failed });
  });

  test('is signed out by the withdrawal; 利用不可 leaves the session as it is', async () => {
    const account = mail('active', await app.secrets.hash(password));
    await app.write((stores) => stores.accounts.insert(account));
    const { cookies } = await call(app, mypageLogin, { form: { email: account.email, password } });
    const visit = () => call(app, home, { cookie: cookies[0]?.split(';')[0] ?? '' });
    const suspended = { ...account, suspendedOn: '2026-11-24' };
    await app.write((stores) => stores.accounts.update(suspended));
    expect(await visit()).toMatchObject({ status: 200, data: account.email });
    await app.write((stores) =>
      stores.accounts.update({ ...suspended, version: 2, withdrawnOn: '2026-11-24' }),
    );
    expect(await visit()).toMatchObject({
      status: 302,
      location: expect.stringMatching(/^\/mypage\/login/),
    });
  });
});
