import { expect, test } from 'vitest';
import { visitor } from '#app/domain/actor.ts';
import { inviteAddress } from '#app/procedures/account/inviteAddress.ts';
import { judgeRetention } from '#app/procedures/account/retention.ts';
import { signIn } from '#app/procedures/account/signIn.ts';
import { erasedFrom } from '#app/procedures/account/support.ts';
import { undoWithdrawal } from '#app/procedures/account/undoWithdrawal.ts';
import { withdrawMypage } from '#app/procedures/account/withdraw.ts';
import { mypageOpenItems } from '#db/queries/mypageOpenItems.ts';
import { identity, openedMypage } from '#test/support/accountLife.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { granted, password } from '#test/support/world.ts';

describeOnEveryDatabase('退会', (open) => {
  const opened = async () => {
    const mypage = await openedMypage(open);
    const { office, employer, establishmentId } = mypage;
    return {
      ...mypage,
      withdraw: (by = employer, currentPassword = password) =>
        office.perform(withdrawMypage, by, { currentPassword }),
      undo: (by = office.staff.clerk) => office.perform(undoWithdrawal, by, { establishmentId, identity }),
    };
  };

  test('closes the MyPage at once, ends every session, and a mail says when it is erased', async () => {
    const { employer, withdraw, login, mailed, sessionFor, sessionsOf } = await opened();
    await sessionFor(employer.accountId, 'here');
    granted(await withdraw());
    expect(await sessionsOf(employer.accountId)).toEqual([]);
    expect(await login(employer.email)).toMatchObject({
      code: 'account-withdrawn',
      params: { day: '2026-11-24', erasedFrom: '2026-12-26', office: 'ハローワーク架空野' },
    });
    const [letter] = await mailed();
    expect(letter).toMatchObject({ to: employer.email, kind: 'mail.withdrawalReceived' });
    expect(letter?.text).toContain('2026年12月26日');
  });

  test('is erased from the day on which the rule says so, and not a day before', async () => {
    const { office, account, withdraw } = await opened();
    granted(await withdraw());
    const { withdrawnOn } = await account();
    const records = { validPostings: 0, lastInvalidOn: null, appliedAfterLastInvalid: 0, withdrawnOn };
    const judged = async (day: string) => (await judgeRetention(office.rules, records, day)).outcome;
    const from = erasedFrom(office.rules, '2026-11-24', '2026-11-24');
    expect(from).toBe('2026-12-26');
    expect([await judged('2026-12-25'), await judged(from)]).toEqual(['keep', 'erase']);
  });

  test('is of the MyPage: every address of the establishment is closed and told', async () => {
    const { office, employer, establishmentId, withdraw, colleague, mailed, login } = await opened();
    const second = await colleague('b@example.co.jp');
    const invited = { currentPassword: password, values: { email: 'c@example.co.jp' } };
    granted(await office.perform(inviteAddress, employer, invited));
    await office.runner.runDue();
    granted(await withdraw(second));
    expect((await mailed()).map(({ to }) => to)).toEqual(['a@example.co.jp', 'b@example.co.jp']);
    for (const email of ['a@example.co.jp', 'b@example.co.jp'])
      expect(await login(email)).toMatchObject({ code: 'account-withdrawn' });
    expect(await office.stores.invitations.of(establishmentId)).toEqual([]);
  });

  test('leaves valid postings valid; what is open is counted before', async () => {
    const { office, employer, withdraw } = await opened();
    const valid = await office.accepted(
      await office.visited(await office.submitted(employer, await office.filledIn(employer)), '2026-11-24'),
    );
    await office.filledIn(employer);
    const open = await mypageOpenItems(office.database.reader, employer, '2026-11-24');
    expect(open).toEqual({ valid: 1, applied: 0, changes: 0, drafts: 1 });
    granted(await withdraw());
    expect(await office.now(valid.id)).toMatchObject({ state: 'valid' });
  });

  test('needs the password', async () => {
    const { employer, withdraw, login } = await opened();
    expect(await withdraw(employer, 'ちがうパスワードを入れました')).toMatchObject({
      fields: [{ field: 'current_password', code: 'password-wrong' }],
    });
    expect(await login(employer.email)).toMatchObject({ ok: true });
  });

  test('is done once by two at the same moment', async () => {
    const { office, withdraw, colleague } = await opened();
    const second = await colleague('b@example.co.jp');
    const both = await Promise.allSettled([withdraw(), withdraw(second)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'Conflict' } });
    expect(await office.stores.accounts.ofEstablishment(second.establishmentId ?? '')).toMatchObject([
      { withdrawnOn: '2026-11-24' },
      { withdrawnOn: '2026-11-24' },
    ]);
  });

  test('is taken back by the counter until the day before the erasure', async () => {
    const { office, employer, withdraw, undo, login, mailed } = await opened();
    granted(await withdraw());
    await office.runner.runDue();
    office.clock.moveTo('2026-12-25T17:00:00+09:00');
    granted(await undo());
    expect(await mailed()).toMatchObject([{ to: employer.email, kind: 'mail.withdrawalUndone' }]);
    expect(await login(employer.email)).toMatchObject({ ok: true });
    const entry = await office.stores.audit.latestOf({ type: 'account', id: employer.accountId });
    expect(entry).toBeDefined();
    const undone = await office.database
      .reader('audit_entry')
      .where({ action: 'account.withdrawalUndone' })
      .first();
    expect(JSON.parse(undone.detail)).toMatchObject({ identity_document: 'driving_licence' });
    expect(undone.detail).not.toContain('見本 来庁子');
  });

  test('stays on the day of the erasure', async () => {
    const { office, withdraw, undo } = await opened();
    granted(await withdraw());
    office.clock.moveTo('2026-12-26T00:00:00+09:00');
    expect(await undo()).toMatchObject({ code: 'withdrawal-over', params: { day: '2026-12-26' } });
  });

  test('that never was cannot be taken back, nor by another office or the auditor', async () => {
    const { office, withdraw, undo } = await opened();
    await expect(undo()).rejects.toMatchObject({ name: 'Conflict' });
    granted(await withdraw());
    await expect(undo(office.staff.neighbour)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(undo(office.staff.auditor)).rejects.toMatchObject({ name: 'Forbidden' });
  });

  test('of an account without an establishment closes that account', async () => {
    const { office, withdraw } = await opened();
    const accountId = await office.setUpPassword('alone@example.co.jp', 'register');
    const alone = {
      kind: 'employer',
      accountId,
      email: 'alone@example.co.jp',
      establishmentId: null,
    } as const;
    granted(await withdraw(alone));
    const typed = { email: 'alone@example.co.jp', password, device: 'other' } as const;
    expect(await office.perform(signIn, visitor, typed)).toMatchObject({
      code: 'account-withdrawn-unregistered',
    });
  });
});
