import { expect, test } from 'vitest';
import { askEmail } from '#app/procedures/account/askEmail.ts';
import { confirmEmail } from '#app/procedures/account/confirmEmail.ts';
import { registerEmail } from '#app/procedures/account/registerEmail.ts';
import { openedMypage } from '#test/support/accountLife.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { granted, keyIn, password } from '#test/support/world.ts';

const next = 'new@example.co.jp';
const minutes = (count: number): number => count * 60_000;

describeOnEveryDatabase('The address of an account', (open) => {
  const opened = async () => {
    const mypage = await openedMypage(open);
    const { office, employer } = mypage;
    office.clock.moveOn(minutes(2));
    return {
      ...mypage,
      ask: (email = next, currentPassword = password) =>
        office.perform(askEmail, employer, { currentPassword, values: { email } }),
      confirm: (key: string) => office.perform(confirmEmail, employer, { key }),
    };
  };

  test('changes with the key from the new one, and not before; the old one is told', async () => {
    const mypage = await opened();
    const { office, employer, account, ask, confirm, login, mailed, sessionFor, sessionsOf } = mypage;
    granted(await ask());
    const [letter] = await mailed();
    expect(letter).toMatchObject({ to: next, kind: 'mail.key' });
    expect(await account()).toMatchObject({ email: 'a@example.co.jp' });
    expect(await login('a@example.co.jp')).toMatchObject({ ok: true });

    await sessionFor(employer.accountId, 'home');
    granted(await confirm(keyIn(office.mails, next)));
    expect(await account()).toMatchObject({ email: next });
    expect(await sessionsOf(employer.accountId)).toEqual([]);
    const told = await mailed();
    expect(told).toMatchObject([{ to: 'a@example.co.jp', kind: 'mail.emailChanged' }]);
    expect(told[0]?.text).not.toContain(next);
    expect(await login('a@example.co.jp')).toMatchObject({ code: 'sign-in-failed' });
    expect(await login(next)).toMatchObject({ ok: true });
  });

  test('that somebody else has is answered in the same words; its holder is told, and no key goes out', async () => {
    const { office, ask, confirm, mailed } = await opened();
    const establishmentId = await office.registered();
    const values = { email: 'taken@example.co.jp' };
    granted(await office.perform(registerEmail, office.staff.clerk, { establishmentId, values }));
    expect(await ask('taken@example.co.jp')).toEqual({ ok: true, value: null });
    expect(await mailed()).toMatchObject([{ to: 'taken@example.co.jp', kind: 'mail.alreadyRegistered' }]);
    expect(await confirm('AAAABBBBCCCC')).toMatchObject({ code: 'key-wrong' });
  });

  test('that was registered for another meanwhile stays there', async () => {
    const { office, account, ask, confirm, keyMailedTo } = await opened();
    granted(await ask());
    const key = await keyMailedTo(next);
    const establishmentId = await office.registered();
    granted(
      await office.perform(registerEmail, office.staff.clerk, { establishmentId, values: { email: next } }),
    );
    expect(await confirm(key)).toMatchObject({ code: 'email-taken-meanwhile' });
    expect(await account()).toMatchObject({ email: 'a@example.co.jp' });
  });

  test.each([
    ['to the last thousandth of the 50 minutes', minutes(50) - 1, { ok: true }],
    ['not when they have passed', minutes(50), { code: 'key-expired' }],
  ])('is changed by a key %s', async (_when, later, answer) => {
    const { office, ask, confirm, keyMailedTo } = await opened();
    granted(await ask());
    const key = await keyMailedTo(next);
    office.clock.moveOn(later);
    expect(await confirm(key)).toMatchObject(answer);
  });

  test('may be guessed at ten times, whatever newer keys are sent', async () => {
    const { office, ask, confirm, keyMailedTo } = await opened();
    granted(await ask());
    for (let guess = 0; guess < 10; guess += 1) await confirm('AAAABBBBCCCC');
    office.clock.moveOn(minutes(2));
    granted(await ask());
    expect(await confirm(await keyMailedTo(next))).toMatchObject({ code: 'key-guessed-too-often' });
  });

  test('sends no mails to one stranger after another', async () => {
    const { office, ask } = await opened();
    granted(await ask('s1@example.co.jp'));
    expect(await ask('s2@example.co.jp')).toMatchObject({ code: 'key-mail-too-soon' });
    for (let mail = 2; mail <= 5; mail += 1) {
      office.clock.moveOn(minutes(2));
      granted(await ask(`s${mail}@example.co.jp`));
    }
    office.clock.moveOn(minutes(2));
    expect(await ask('s6@example.co.jp')).toMatchObject({ code: 'key-mail-too-many' });
  });

  test('is not changed without the password, nor to itself', async () => {
    const { ask, mailed } = await opened();
    expect(await ask(next, 'ちがうパスワードを入れました')).toMatchObject({
      fields: [{ field: 'current_password', code: 'password-wrong' }],
    });
    expect(await ask('a@example.co.jp')).toMatchObject({ fields: [{ field: 'email', code: 'same-email' }] });
    expect(await mailed()).toEqual([]);
  });
});
