import { expect, test } from 'vitest';
import { visitor } from '#app/domain/actor.ts';
import { changePassword } from '#app/procedures/account/changePassword.ts';
import { checkKey } from '#app/procedures/account/checkKey.ts';
import { endOtherSessions } from '#app/procedures/account/endOtherSessions.ts';
import { registerEmail } from '#app/procedures/account/registerEmail.ts';
import { requestKey } from '#app/procedures/account/requestKey.ts';
import { setPassword } from '#app/procedures/account/setPassword.ts';
import { refusalText } from '#app/text/refusals.ts';
import { newPassword, openedMypage } from '#test/support/accountLife.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { granted, password } from '#test/support/world.ts';

describeOnEveryDatabase('The password of an account', (open) => {
  const opened = async () => {
    const mypage = await openedMypage(open);
    const change = (currentPassword: string, next = newPassword) =>
      mypage.office.perform(changePassword, mypage.employer, { currentPassword, password: next });
    return { ...mypage, change };
  };

  test('is changed by who knows the old one; every session ends and a mail tells', async () => {
    const { employer, change, login, mailed, sessionFor, sessionsOf } = await opened();
    await sessionFor(employer.accountId, 'office');
    await sessionFor(employer.accountId, 'home');
    granted(await change(password));
    expect(await sessionsOf(employer.accountId)).toEqual([]);
    expect(await mailed()).toMatchObject([
      { to: employer.email, subject: expect.stringContaining('パスワードを変更しました') },
    ]);
    expect(await login(employer.email)).toMatchObject({ code: 'sign-in-failed' });
    expect(await login(employer.email, newPassword)).toMatchObject({ ok: true });
  });

  test('stays as it is where the old one is wrong', async () => {
    const { employer, change, login, mailed } = await opened();
    expect(await change('ちがうパスワードを入れました')).toMatchObject({
      code: 'fields-wrong',
      fields: [{ field: 'current_password', code: 'password-wrong' }],
    });
    expect(await mailed()).toEqual([]);
    expect(await login(employer.email)).toMatchObject({ ok: true });
  });

  test('is not guessed here either: the tenth wrong one is the last that is looked at', async () => {
    const { office, employer, change, login } = await opened();
    for (let tries = 0; tries < 10; tries += 1) await change('ちがうパスワードを入れました');
    expect(await change(password)).toMatchObject({ code: 'password-throttled', params: { minutes: 15 } });
    expect(refusalText('password-throttled', { minutes: 15 })).toContain('15分間');
    expect(await login(employer.email)).toMatchObject({ code: 'sign-in-throttled' });
    office.clock.moveOn(15 * 60_000);
    expect(await change(password)).toMatchObject({ ok: true });
  });

  test('keeps to the rules of the first one', async () => {
    const { change } = await opened();
    expect(await change(password, '短い')).toMatchObject({
      fields: [{ field: 'password', code: 'too-short' }],
    });
    expect(await change(password, 'ハローワークの長い合言葉です')).toMatchObject({ code: 'fields-wrong' });
  });

  test('voids keys that were issued before', async () => {
    const { office, employer, change, keyMailedTo } = await opened();
    office.clock.moveOn(120_000);
    granted(await office.perform(requestKey, visitor, { email: employer.email, purpose: 'forgot' }));
    const key = await keyMailedTo(employer.email);
    granted(await change(password));
    expect(await office.perform(checkKey, visitor, { email: employer.email, key })).toMatchObject({
      code: 'key-voided',
    });
  });

  test('leaves the session that asks when only the others are ended', async () => {
    const { office, employer, sessionFor, sessionsOf } = await opened();
    for (const name of ['here', 'home', 'lost']) await sessionFor(employer.accountId, name);
    const { ended } = granted(await office.perform(endOtherSessions, employer, { idHash: 'here' }));
    expect(ended).toBe(2);
    expect(await sessionsOf(employer.accountId)).toEqual(['here']);
  });
});

describeOnEveryDatabase('A forgotten password', (open) => {
  const asked = async (email = 'a@example.co.jp') => {
    const mypage = await openedMypage(open);
    const { office } = mypage;
    office.clock.moveOn(120_000);
    const ask = (address = email) =>
      office.perform(requestKey, visitor, { email: address, purpose: 'forgot' as const });
    const enter = (key: string) => office.perform(checkKey, visitor, { email, key });
    return { ...mypage, ask, enter };
  };

  test('is replaced with a key by mail; every session ends and a mail tells', async () => {
    const { office, employer, account, ask, enter, keyMailedTo, login, mailed, sessionFor, sessionsOf } =
      await asked();
    const { consentedAt, openedOn } = await account();
    granted(await ask());
    const key = await keyMailedTo(employer.email);
    expect(office.mails.at(-1)?.text).toContain('再設定');
    await sessionFor(employer.accountId, 'stranger');
    const { keyId } = granted(await enter(key));
    granted(await office.perform(setPassword, visitor, { keyId, password: newPassword }));
    expect(await sessionsOf(employer.accountId)).toEqual([]);
    expect((await mailed()).map(({ kind }) => kind)).toEqual(['mail.passwordChanged']);
    expect(await login(employer.email, newPassword)).toMatchObject({ ok: true });
    expect(await account()).toMatchObject({ consentedAt, openedOn });
  });

  test('does not take back the failures that were counted', async () => {
    const { office, employer, ask, enter, keyMailedTo, login } = await asked();
    for (let tries = 0; tries < 10; tries += 1) await login(employer.email, 'ちがうパスワードを入れました');
    granted(await ask());
    const { keyId } = granted(await enter(await keyMailedTo(employer.email)));
    granted(await office.perform(setPassword, visitor, { keyId, password: newPassword }));
    expect(await login(employer.email, newPassword)).toMatchObject({ code: 'sign-in-throttled' });
  });

  test('of an unknown address or one without a password is answered the same, and no mail goes out', async () => {
    const { office, ask, mailed } = await asked();
    const establishmentId = await office.registered();
    const values = { email: 'fresh@example.co.jp' };
    granted(await office.perform(registerEmail, office.staff.clerk, { establishmentId, values }));
    const answers = [await ask('nobody@example.co.jp'), await ask('fresh@example.co.jp'), await ask()];
    expect(answers).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect((await mailed()).map(({ to }) => to)).toEqual(['a@example.co.jp']);
  });

  test('needs a key that is not over', async () => {
    const { office, employer, ask, enter, keyMailedTo } = await asked();
    granted(await ask());
    const key = await keyMailedTo(employer.email);
    office.clock.moveOn(50 * 60_000);
    expect(await enter(key)).toMatchObject({ code: 'key-expired' });
  });
});
