import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { signIn } from '#app/procedures/staff/signIn.ts';
import { publicRoute, staffRoute } from '#app/web/routes.server.ts';
import { cookieName } from '#app/web/session.server.ts';
import { at, call, cookieIn, formKey, insertStaff, password, testApplication } from './application.ts';
import { watchLog } from './watchLog.ts';

watchLog();
const app = await testApplication();

const home = staffRoute.loader({ permission: 'staff.home' }, async (ctx) => ({ role: ctx.actor.role }));
const login = publicRoute.action({ permission: 'staff.signIn' }, async (ctx) => {
  const loginName = String(ctx.form.raw.get('loginName'));
  const outcome = await ctx.signIn('staff', signIn, {
    loginName,
    password: String(ctx.form.raw.get('password')),
  });
  return outcome.ok ? ctx.redirect('/staff') : ctx.invalid(outcome, { loginName });
});
const logout = staffRoute.action({ permission: 'staff.home' }, async (ctx) => {
  await ctx.signOut();
  return ctx.redirect('/staff/login', 'signed-out');
});

const signedIn = async (loginName: string, cookie?: string) =>
  cookieIn(await call(app, login, { form: { loginName, password }, ...(cookie && { cookie }) }));

describe('A session', () => {
  test('begins at sign-in: 256 random bits in the browser, only their hash in the database', async () => {
    const { loginName, id } = await insertStaff(app);
    const answer = await call(app, login, { form: { loginName, password } });
    expect(answer).toMatchObject({ status: 302, location: '/staff' });
    expect(answer.cookies[0]).toMatch(/^staff=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const value = cookieIn(answer).slice('staff='.length);
    const stored = await app.read.sessions.find(createHash('sha256').update(value).digest('hex'), 'staff');
    expect(stored?.subjectId).toBe(id);
    expect(await call(app, home, { cookie: cookieIn(answer) })).toMatchObject({
      status: 200,
      data: { role: 'clerk' },
    });
  });

  test('over https its cookie is bound to this host', () => {
    expect(cookieName('mypage', true)).toBe('__Host-mypage');
    expect(cookieName('mypage', false)).toBe('mypage');
  });

  test('never takes over an id that was planted in the browser', async () => {
    const { loginName } = await insertStaff(app);
    const planted = `staff=${randomBytes(32).toString('base64url')}`;
    const cookie = await signedIn(loginName, planted);
    expect(cookie).not.toBe(planted);
    expect(await call(app, home, { cookie: planted })).toMatchObject({ status: 302 });
  });

  test('gets a new id at the next sign-in, and the former one ends', async () => {
    const { loginName } = await insertStaff(app);
    const first = await signedIn(loginName);
    const second = await signedIn(loginName, first);
    expect(second).not.toBe(first);
    expect(await call(app, home, { cookie: first })).toMatchObject({ status: 302 });
    expect(await call(app, home, { cookie: second })).toMatchObject({ status: 200 });
  });

  test('ends on the server at sign-out', async () => {
    const cookie = await signedIn((await insertStaff(app)).loginName);
    const answer = await call(app, logout, { cookie, form: { _key: formKey() } });
    expect(answer).toMatchObject({ status: 302, location: '/staff/login?done=signed-out' });
    expect(answer.cookies).toEqual(['staff=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0']);
    expect(await call(app, home, { cookie })).toMatchObject({ status: 302 });
  });

  test('of staff is worth nothing on the マイページ', async () => {
    const cookie = await signedIn((await insertStaff(app)).loginName);
    expect(await call(app, home, { cookie: cookie.replace('staff=', 'mypage=') })).toMatchObject({
      status: 302,
    });
  });

  test('does not outlive the person: somebody made inactive is out at once', async () => {
    const cookie = await signedIn((await insertStaff(app)).loginName);
    const gone = {
      ...app,
      read: {
        ...app.read,
        staff: {
          ...app.read.staff,
          find: async (id: string) => {
            const member = await app.read.staff.find(id);
            return member && { ...member, active: false };
          },
        },
      },
    };
    expect(await call(gone, home, { cookie })).toMatchObject({ status: 302 });
  });
});

describe('An idle session', () => {
  test('lives one second before the limit and is over at it', async () => {
    const { loginName } = await insertStaff(app);
    const cookie = await signedIn(loginName);
    const justBefore = at(app, '2026-11-24T09:29:59+09:00');
    expect(await call(justBefore, home, { cookie })).toMatchObject({ status: 200 });

    const other = await signedIn(loginName);
    const over = await call(at(app, '2026-11-24T09:30:00+09:00'), home, {
      cookie: other,
      path: '/staff/reviews?due=1',
    });
    expect(over).toMatchObject({
      status: 302,
      location: '/staff/login?next=%2Fstaff%2Freviews%3Fdue%3D1&done=session-expired',
    });
  });

  test('is kept alive by work, but not beyond the working day', async () => {
    const cookie = await signedIn((await insertStaff(app)).loginName);
    const statuses: number[] = [];
    for (let minutes = 25; minutes <= 9 * 60; minutes += 25) {
      const time = new Date(Date.parse('2026-11-24T09:00+09:00') + minutes * 60_000).toISOString();
      statuses.push((await call(at(app, time), home, { cookie })).status);
    }
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await call(at(app, '2026-11-24T18:00:00+09:00'), home, { cookie })).toMatchObject({ status: 302 });
  });

  test('a page without any session goes to sign-in without a word about time', async () => {
    expect(await call(app, home, { path: '/staff' })).toMatchObject({
      status: 302,
      location: '/staff/login?next=%2Fstaff',
    });
  });
});
