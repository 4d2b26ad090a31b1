import { expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/procedures/procedure.ts';
import { cancelReferral } from '#app/procedures/referral/cancel.ts';
import { reopenReferral } from '#app/procedures/referral/reopen.ts';
import { neighbourOffice } from '#fixtures/demo.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openPartner, openThread } from '#test/support/messages.ts';
import { granted } from '#test/support/world.ts';

describeOnEveryDatabase('メッセージ', (open) => {
  test('go both ways in the thread of a referral, in the order they were sent', async () => {
    const { office, trySend, tryReceive, thread } = await openThread(open);
    granted(await trySend('面接の日時をご相談させてください。'));
    office.clock.moveTo('2026-11-24T23:59:59+09:00');
    granted(await tryReceive('12月1日の午前はいかがでしょうか。'));
    expect(await thread()).toMatchObject([
      { seq: 1, from: 'employer', text: '面接の日時をご相談させてください。', readAt: null },
      { seq: 2, from: 'seeker', sentAt: '2026-11-24T14:59:59.000Z', sentOn: '2026-11-24' },
    ]);
  });

  test('can be sent on the last day of the posting, and not on the next', async () => {
    const { office, trySend, tryReceive } = await openThread(open);
    office.clock.moveTo('2027-01-31T23:59:00+09:00');
    granted(await trySend());
    office.clock.moveTo('2027-02-01T00:00:00+09:00');
    expect(await trySend()).toMatchObject({ code: 'feature-closed' });
    expect(await tryReceive()).toMatchObject({ code: 'message-posting-invalid' });
  });

  test('can be sent only while the seeker has a 求職者マイページ', async () => {
    const { trySend, tryReceive, setMypage } = await openThread(open);
    await setMypage(false);
    expect(await trySend()).toMatchObject({ code: 'message-no-mypage' });
    expect(await tryReceive()).toMatchObject({ code: 'message-no-mypage' });
    await setMypage(true);
    granted(await trySend());
  });

  test('end with a cancelled referral, and go on after a registered result', async () => {
    const { office, trySend, tryReceive, register, shown, referralId } = await openThread(open);
    granted(await register(referralId));
    granted(await trySend('ご応募ありがとうございました。'));
    granted(
      await office.perform(reopenReferral, office.staff.clerk, {
        ...(await shown(referralId)),
        reason: '取り違え',
      }),
    );
    granted(
      await office.perform(cancelReferral, office.staff.clerk, {
        ...(await shown(referralId)),
        reason: '取り違え',
      }),
    );
    expect(await trySend()).toMatchObject({ code: 'message-cancelled' });
    expect(await tryReceive()).toMatchObject({ code: 'message-cancelled' });
  });

  test('are closed by 利用制限 to the employer, and not to the seeker', async () => {
    const { restrict, trySend, tryReceive, thread } = await openThread(open);
    await restrict();
    expect(await trySend()).toMatchObject({ code: 'feature-closed', params: { feature: 'message-send' } });
    granted(await tryReceive());
    expect(await thread()).toHaveLength(1);
  });

  test('of another employer are not found, nor by a partner for another office', async () => {
    const { office, trySend, tryReceive } = await openThread(open);
    const stranger = await office.openedAtCounter('b@example.co.jp');
    await office.accepted(
      await office.visited(await office.submitted(stranger, await office.filledIn(stranger)), '2026-11-24'),
    );
    await expect(trySend('のぞき見', stranger)).rejects.toThrow(NotFound);
    const neighbour = await openPartner(office, { name: '隣のシステム', officeCode: neighbourOffice.code });
    await expect(tryReceive('なりすまし', neighbour.actor)).rejects.toThrow(NotFound);
  });

  test('are written by employers and partners only', async () => {
    const { office, trySend, tryReceive } = await openThread(open);
    for (const somebody of [
      office.staff.clerk,
      office.staff.supervisor,
      { kind: 'system', job: 'x' } as const,
    ]) {
      await expect(trySend('x', somebody as never)).rejects.toThrow(Forbidden);
      await expect(tryReceive('x', somebody as never)).rejects.toThrow(Forbidden);
    }
  });

  test('are read when the reader says so, up to the last that was shown', async () => {
    const { office, tryReceive, markRead, thread, partner, trySend } = await openThread(open);
    granted(await tryReceive('1通目'));
    granted(await trySend('2通目'));
    granted(await tryReceive('3通目'));
    expect(granted(await markRead(2))).toEqual({ count: 1 });
    expect((await thread()).map(({ readAt }) => readAt !== null)).toEqual([true, false, false]);
    office.clock.moveTo('2026-11-25T09:00:00+09:00');
    expect(granted(await markRead(3, partner.actor))).toEqual({ count: 1 });
    expect((await thread())[1]?.readAt).toBe('2026-11-25T00:00:00.000Z');
  });

  test('at once from both sides are both kept, with numbers of their own', async () => {
    const { trySend, tryReceive, thread } = await openThread(open);
    const outcomes = await Promise.all([trySend('同時に1'), tryReceive('同時に2'), trySend('同時に3')]);
    for (const outcome of outcomes) granted(outcome);
    expect((await thread()).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  test('leave nothing of what they say in the audit, the jobs or the receipts', async () => {
    const { office, trySend, tryReceive } = await openThread(open);
    granted(await trySend('ここだけの話です'));
    granted(await tryReceive('ここだけの返事です'));
    for (const table of ['audit_entry', 'audit_personal', 'job', 'idempotency'])
      expect(JSON.stringify(await office.database.writer(table))).not.toContain('ここだけの');
  });

  test('are told to the employer by a mail that says nothing of them, one until they are read', async () => {
    const { office, tryReceive, markRead, mailsOf } = await openThread(open);
    granted(await tryReceive('連絡先は090です'));
    granted(await tryReceive('追伸'));
    await office.runner.runDue();
    const [mail, ...more] = mailsOf('mail.messageReceived');
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: 'a@example.co.jp' });
    expect(mail?.text).not.toMatch(/090|追伸|見本　一恵/);
    granted(await markRead(2));
    granted(await tryReceive('もう一つ'));
    await office.runner.runDue();
    expect(mailsOf('mail.messageReceived')).toHaveLength(2);
  });

  test('that were read before the mail went out are not told', async () => {
    const { office, tryReceive, markRead, mailsOf } = await openThread(open);
    granted(await tryReceive());
    granted(await markRead(1));
    await office.runner.runDue();
    expect(mailsOf('mail.messageReceived')).toEqual([]);
  });

  test('cannot be delivered to an employer that has given up the MyPage', async () => {
    const { office, employer, tryReceive } = await openThread(open);
    const account = await office.stores.accounts.find(employer.accountId);
    if (!account) throw new Error('No account.');
    await office.stores.accounts.update({ ...account, withdrawnOn: '2026-11-24' });
    expect(await tryReceive()).toMatchObject({ code: 'message-employer-gone' });
  });
});
