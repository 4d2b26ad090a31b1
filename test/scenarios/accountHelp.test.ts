import { expect, test } from 'vitest';
import { visitor } from '#app/domain/actor.ts';
import { checkKey } from '#app/procedures/account/checkKey.ts';
import { endSessions } from '#app/procedures/account/endSessions.ts';
import { inviteAddress } from '#app/procedures/account/inviteAddress.ts';
import { registerEmail } from '#app/procedures/account/registerEmail.ts';
import { reissueKey } from '#app/procedures/account/reissueKey.ts';
import { replaceEmail } from '#app/procedures/account/replaceEmail.ts';
import { requestKey } from '#app/procedures/account/requestKey.ts';
import { resumeMypage } from '#app/procedures/account/resume.ts';
import { setPassword } from '#app/procedures/account/setPassword.ts';
import { suspendMypage } from '#app/procedures/account/suspend.ts';
import { unlockAccount } from '#app/procedures/account/unlock.ts';
import { startDraft } from '#app/procedures/posting/startDraft.ts';
import { accountHelp } from '#db/queries/accountHelp.ts';
import { identity, newPassword, openedMypage } from '#test/support/accountLife.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { granted, password } from '#test/support/world.ts';

const next = 'new@example.co.jp';
const reason = '電話での申出があったため（見本）';

describeOnEveryDatabase('The counter, for an account that cannot get in,', (open) => {
  const opened = async () => {
    const mypage = await openedMypage(open);
    const { office, employer, account } = mypage;
    const { clerk } = office.staff;
    return {
      ...mypage,
      replace: async (email = next, by = clerk) =>
        office.perform(replaceEmail, by, {
          accountId: employer.accountId,
          version: (await account()).version,
          values: { email },
          identity,
        }),
      help: { accountId: employer.accountId, reason },
    };
  };

  test('replaces the address after the identity was made sure of; the new one sets a password', async () => {
    const mypage = await opened();
    const { office, employer, account, replace, login, mailed, keyMailedTo, sessionFor, sessionsOf } = mypage;
    await sessionFor(employer.accountId, 'stranger');
    granted(await replace());
    expect(await sessionsOf(employer.accountId)).toEqual([]);
    expect(await login('a@example.co.jp')).toMatchObject({ code: 'sign-in-failed' });
    expect(await login(next)).toMatchObject({ code: 'sign-in-failed' });
    expect((await mailed()).map(({ to, kind }) => [to, kind])).toEqual([
      [next, 'mail.key'],
      ['a@example.co.jp', 'mail.emailChanged'],
    ]);
    const key = await keyMailedTo(next);
    const { keyId } = granted(await office.perform(checkKey, visitor, { email: next, key }));
    granted(await office.perform(setPassword, visitor, { keyId, password: newPassword }));
    expect(await login(next, newPassword)).toMatchObject({ ok: true });
    expect(await account()).toMatchObject({
      openedOn: '2026-11-24',
      establishmentId: employer.establishmentId,
    });
  });

  test('replaces no address by one that is taken, nor of an account that has changed', async () => {
    const { office, employer, replace } = await opened();
    await office.openedAtCounter('taken@example.co.jp');
    expect(await replace('taken@example.co.jp')).toMatchObject({
      fields: [{ field: 'email', code: 'taken' }],
    });
    const stale = { accountId: employer.accountId, version: 1, values: { email: next }, identity };
    await expect(office.perform(replaceEmail, office.staff.clerk, stale)).rejects.toMatchObject({
      name: 'Conflict',
    });
  });

  test('does nothing without the ticks of the identity check', async () => {
    const { office, employer, account } = await opened();
    const unchecked = {
      accountId: employer.accountId,
      version: (await account()).version,
      values: { email: next },
      identity: { ...identity, authority_confirmed: false },
    };
    await expect(office.perform(replaceEmail, office.staff.clerk, unchecked)).rejects.toMatchObject({
      name: 'BadInput',
    });
  });

  test('sends a key although the mails of the day are used up; wrong guesses still count', async () => {
    const { office, employer, help, keyMailedTo } = await opened();
    const ask = () =>
      office.perform(requestKey, visitor, { email: employer.email, purpose: 'forgot' as const });
    for (let mail = 1; mail <= 5; mail += 1) {
      office.clock.moveOn(120_000);
      await ask();
      await office.runner.runDue();
    }
    expect(await ask()).toMatchObject({ ok: false });
    for (let guess = 0; guess < 9; guess += 1)
      await office.perform(checkKey, visitor, { email: employer.email, key: 'AAAABBBBCCCC' });
    granted(await office.perform(reissueKey, office.staff.clerk, help));
    const key = await keyMailedTo(employer.email);
    expect(office.mails.at(-1)?.text).toContain('ハローワークの窓口で発行した');
    // The opening took one guess, these were nine.
    expect(await office.perform(checkKey, visitor, { email: employer.email, key })).toMatchObject({
      code: 'key-guessed-too-often',
    });
    granted(await office.perform(unlockAccount, office.staff.clerk, help));
    expect(await office.perform(checkKey, visitor, { email: employer.email, key })).toMatchObject({
      ok: true,
    });
  });

  test('unlocks the sign-in', async () => {
    const { office, employer, help, login } = await opened();
    for (let tries = 0; tries < 10; tries += 1) await login(employer.email, 'ちがうパスワードを入れました');
    expect(await login(employer.email)).toMatchObject({ code: 'sign-in-throttled' });
    granted(await office.perform(unlockAccount, office.staff.clerk, help));
    expect(await login(employer.email)).toMatchObject({ ok: true });
  });

  test('signs it out everywhere', async () => {
    const { office, employer, help, sessionFor, sessionsOf } = await opened();
    await sessionFor(employer.accountId, 'lost');
    granted(await office.perform(endSessions, office.staff.clerk, help));
    expect(await sessionsOf(employer.accountId)).toEqual([]);
  });

  test('reaches no account of another office; the auditor helps nobody', async () => {
    const { office, employer, help, establishmentId, replace } = await opened();
    const { neighbour, auditor } = office.staff;
    for (const procedure of [reissueKey, unlockAccount, endSessions]) {
      await expect(office.perform(procedure, neighbour, help)).rejects.toMatchObject({ name: 'NotFound' });
      await expect(office.perform(procedure, auditor, help)).rejects.toMatchObject({ name: 'Forbidden' });
    }
    await expect(replace(next, neighbour)).rejects.toMatchObject({ name: 'NotFound' });
    const ids = { establishmentId, accountId: employer.accountId };
    const times = { now: '2026-11-24T01:00:00.000Z', liveSince: '' };
    expect(await accountHelp(office.database.reader, neighbour, ids, times)).toBeNull();
  });
});

describeOnEveryDatabase('利用不可', (open) => {
  const opened = async () => {
    const mypage = await openedMypage(open);
    const { office, establishmentId } = mypage;
    const words = { establishmentId, reason: '虚偽の求人を繰り返したため（見本）' };
    return {
      ...mypage,
      suspend: (by = office.staff.supervisor) => office.perform(suspendMypage, by, words),
      resume: (by = office.staff.otherSupervisor) => office.perform(resumeMypage, by, words),
    };
  };

  test('closes the MyPage at once, with every account of it, until a supervisor lifts it', async () => {
    const mypage = await opened();
    const { office, employer, suspend, resume, colleague, mailed, login, sessionFor, sessionsOf } = mypage;
    const second = await colleague('b@example.co.jp');
    await sessionFor(second.accountId, 'here');
    await office.runner.runDue();
    granted(await suspend());
    expect(await sessionsOf(second.accountId)).toEqual([]);
    const told = await mailed();
    expect(told.map(({ to }) => to)).toEqual(['a@example.co.jp', 'b@example.co.jp']);
    expect(told[0]?.text).not.toContain('虚偽');
    expect(await login(employer.email)).toMatchObject({ ok: true });
    for (const by of [employer, second])
      expect(await office.perform(startDraft, by, {})).toMatchObject({ code: 'feature-closed' });

    granted(await resume());
    expect((await mailed()).map(({ kind }) => kind)).toEqual(['mail.mypageResumed', 'mail.mypageResumed']);
    for (const by of [employer, second])
      expect(await office.perform(startDraft, by, {})).toMatchObject({ ok: true });
  });

  test('is not gone round by a further address of the counter or an invited one', async () => {
    const { office, employer, establishmentId, suspend } = await opened();
    const invited = { currentPassword: password, values: { email: 'b@example.co.jp' } };
    granted(await office.perform(inviteAddress, employer, invited));
    granted(await suspend());
    const values = { email: 'c@example.co.jp' };
    granted(await office.perform(registerEmail, office.staff.clerk, { establishmentId, values }));
    await office.setUpPassword('b@example.co.jp', 'start');
    await office.setUpPassword('c@example.co.jp', 'start');
    const accounts = await office.stores.accounts.ofEstablishment(establishmentId);
    expect(accounts.map(({ suspendedOn }) => suspendedOn)).toEqual(Array(3).fill('2026-11-24'));
  });

  test('is decided by supervisors of the office alone', async () => {
    const { office, suspend } = await opened();
    await expect(suspend(office.staff.clerk)).rejects.toMatchObject({ name: 'Forbidden' });
    const elsewhere = { ...office.staff.supervisor, officeId: office.staff.neighbour.officeId };
    await expect(suspend(elsewhere)).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('begins and ends once', async () => {
    const { suspend, resume } = await opened();
    const twice = await Promise.allSettled([suspend(), suspend()]);
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(suspend()).rejects.toMatchObject({ name: 'Conflict' });
    granted(await resume());
    await expect(resume()).rejects.toMatchObject({ name: 'Conflict' });
  });
});
