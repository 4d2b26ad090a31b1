import { expect, test } from 'vitest';
import { visitor } from '#app/domain/actor.ts';
import { inviteAddress } from '#app/procedures/account/inviteAddress.ts';
import { registerEmail } from '#app/procedures/account/registerEmail.ts';
import { removeAddress } from '#app/procedures/account/removeAddress.ts';
import { requestKey } from '#app/procedures/account/requestKey.ts';
import { askStop } from '#app/procedures/changeRequest/askStop.ts';
import { mypageAccount } from '#db/queries/mypageAccount.ts';
import { openedMypage } from '#test/support/accountLife.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { granted, password } from '#test/support/world.ts';

const other = 'b@example.co.jp';

describeOnEveryDatabase('The addresses of an establishment', (open) => {
  const opened = async () => {
    const mypage = await openedMypage(open);
    const { office, employer } = mypage;
    return {
      ...mypage,
      invite: (email: string, by = employer) =>
        office.perform(inviteAddress, by, { currentPassword: password, values: { email } }),
      remove: (addressId: string, by = employer) =>
        office.perform(removeAddress, by, { addressId, currentPassword: password }),
      list: (by = employer) => mypageAccount(office.database.reader, by, { sessionHash: '', liveSince: '' }),
    };
  };

  test('grow by one that a holder adds and that sets its own password', async () => {
    const { office, invite, mailed, list, login, establishmentId } = await opened();
    granted(await invite(other));
    expect(await mailed()).toMatchObject([{ to: other, kind: 'mail.addressInvited' }]);
    expect(await list()).toMatchObject({ addresses: [{ own: true }], invitations: [{ email: other }] });
    expect(await login(other)).toMatchObject({ code: 'sign-in-failed' });

    const accountId = await office.setUpPassword(other, 'start');
    expect(await office.stores.accounts.find(accountId)).toMatchObject({
      establishmentId,
      state: 'active',
      openedOn: '2026-11-24',
    });
    expect(await login(other)).toMatchObject({ ok: true });
    const { addresses, invitations, signIns } = await list();
    expect(addresses.map(({ email }) => email)).toEqual(['a@example.co.jp', other]);
    expect(invitations).toEqual([]);
    expect(signIns).toMatchObject([{ email: other, device: 'windows', at: '2026-11-24T01:00:00.000Z' }]);
  });

  test('look the same where the added one is taken elsewhere; its account stays where it is', async () => {
    const { office, invite, list, mailed } = await opened();
    const establishmentId = await office.registered();
    const taken = { establishmentId, values: { email: other } };
    granted(await office.perform(registerEmail, office.staff.clerk, taken));
    expect(await invite(other)).toEqual({ ok: true, value: null });
    expect((await list()).invitations).toMatchObject([{ email: other }]);
    expect(await mailed()).toEqual([]);
    granted(await office.perform(requestKey, visitor, { email: other, purpose: 'start' }));
    await office.runner.runDue();
    expect(await office.stores.accounts.findByEmail(other)).toMatchObject({ establishmentId });
  });

  test('are ten at most, those that have not answered included', async () => {
    const { invite, remove, list } = await opened();
    for (let count = 2; count <= 10; count += 1) granted(await invite(`m${count}@example.co.jp`));
    expect(await invite('m11@example.co.jp')).toMatchObject({
      code: 'addresses-full',
      params: { count: 10 },
    });
    const [first] = (await list()).invitations;
    granted(await remove(first?.id ?? ''));
    expect((await list()).invitations).toHaveLength(8);
  });

  test('are added ten times a day at most, whatever is taken away again', async () => {
    const { invite, remove, list } = await opened();
    for (let count = 1; count <= 10; count += 1) {
      granted(await invite(`m${count}@example.co.jp`));
      granted(await remove((await list()).invitations[0]?.id ?? ''));
    }
    expect(await invite('again@example.co.jp')).toMatchObject({ code: 'invited-too-often' });
  });

  test('lose one at once: its sessions end, and its work goes to who stays', async () => {
    const { office, employer, remove, colleague, sessionFor, sessionsOf, login } = await opened();
    const second = await colleague(other);
    const valid = await office.accepted(
      await office.visited(await office.submitted(second, await office.filledIn(second)), '2026-11-24'),
    );
    const stop = { postingId: valid.id, version: valid.version, reason: '見本', stopOn: '2026-12-01' };
    const { requestId } = granted(await office.perform(askStop, second, stop));
    await sessionFor(second.accountId, 'home');

    expect(granted(await remove(second.accountId))).toEqual({ own: false });
    expect(await sessionsOf(second.accountId)).toEqual([]);
    expect(await login(other)).toMatchObject({ code: 'sign-in-failed' });
    expect((await office.now(valid.id)).accountId).toBe(employer.accountId);
    const request = await office.stores.changeRequests.find({ kind: 'all' }, requestId);
    expect(request?.accountId).toBe(employer.accountId);
  });

  test('can be left by their own holder, but not by the last one', async () => {
    const { employer, remove, colleague } = await opened();
    expect(await remove(employer.accountId)).toMatchObject({ code: 'last-address' });
    const second = await colleague(other);
    expect(granted(await remove(employer.accountId))).toEqual({ own: true });
    expect(await remove(second.accountId, second)).toMatchObject({ code: 'last-address' });
  });

  test('are never all gone, also when two take each other away at the same moment', async () => {
    const { office, employer, establishmentId, remove, colleague } = await opened();
    const second = await colleague(other);
    const both = await Promise.allSettled([remove(second.accountId), remove(employer.accountId, second)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await office.stores.accounts.ofEstablishment(establishmentId)).toHaveLength(1);
  });

  test('of another establishment are out of reach', async () => {
    const { office, employer, remove } = await opened();
    const stranger = await office.openedAtCounter('z@example.co.jp');
    await expect(remove(stranger.accountId)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(remove(employer.accountId, stranger)).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('grow only once the MyPage is open, and not while it is 利用不可', async () => {
    const { office, employer, account, invite } = await opened();
    const online = await office.openedOnline();
    expect(await invite('d@example.co.jp', online)).toMatchObject({ code: 'mypage-not-open' });
    await office.stores.accounts.update({ ...(await account()), suspendedOn: '2026-11-24' });
    expect(await invite('d@example.co.jp', employer)).toMatchObject({ code: 'mypage-suspended' });
  });
});
