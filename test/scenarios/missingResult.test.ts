import { expect, test } from 'vitest';
import { cancelReferral } from '#app/procedures/referral/cancel.ts';
import { reopenReferral } from '#app/procedures/referral/reopen.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { referralOffice } from '#test/support/referrals.ts';
import { granted } from '#test/support/world.ts';

describeOnEveryDatabase('選考結果未入力通知', (open) => {
  test('goes out the day after two weeks have passed, not on the day, and only once', async () => {
    const { refer, referral, night, mailsOf } = await referralOffice(open);
    const id = await refer();
    await night('2026-12-08');
    expect(mailsOf('mail.missingResult')).toHaveLength(0);
    await night('2026-12-09');
    expect(mailsOf('mail.missingResult')).toHaveLength(1);
    const { noticeSentOn, number } = await referral(id);
    expect(noticeSentOn).toBe('2026-12-09');
    const [mail] = mailsOf('mail.missingResult');
    expect(mail).toMatchObject({ to: 'a@example.co.jp' });
    expect(mail?.text).toContain(number);
    expect(mail?.text).not.toContain('見本　一恵');
    await night('2026-12-10');
    expect(mailsOf('mail.missingResult')).toHaveLength(1);
  });

  test('keeps the verdict of the rule with the days it looked at', async () => {
    const { office, refer, night } = await referralOffice(open);
    const id = await refer();
    await night('2026-12-09');
    const kept = await office.stores.verdicts.latest({ type: 'referral', id }, 'notice/missing-result');
    expect(kept).toMatchObject({
      occasion: 'notify',
      verdict: { outcome: 'notify', facts: { 'referral.referredOn': '2026-11-24' } },
    });
  });

  test('is made up for after nights in which nothing ran', async () => {
    const { refer, night, mailsOf } = await referralOffice(open);
    await refer();
    await night('2026-12-28');
    expect(mailsOf('mail.missingResult')).toHaveLength(1);
  });

  test('is not sent where a result is registered or the referral was cancelled', async () => {
    const { office, refer, shown, register, night, mailsOf } = await referralOffice(open);
    granted(await register(await refer()));
    const cancelled = await shown(await refer());
    granted(await office.perform(cancelReferral, office.staff.clerk, { ...cancelled, reason: '取り違え' }));
    await night('2026-12-09');
    expect(mailsOf('mail.missingResult')).toHaveLength(0);
  });

  test('is not sent a second time where a result was registered by mistake and taken back', async () => {
    const { office, refer, shown, register, night, mailsOf } = await referralOffice(open);
    const id = await refer();
    await night('2026-12-09');
    granted(await register(id));
    granted(
      await office.perform(reopenReferral, office.staff.clerk, { ...(await shown(id)), reason: '取り違え' }),
    );
    await night('2026-12-10');
    expect(mailsOf('mail.missingResult')).toHaveLength(1);
  });

  test('waits where the establishment has no open MyPage, and is not marked as sent', async () => {
    const { office, employer, refer, referral, night, mailsOf } = await referralOffice(open);
    const id = await refer();
    const account = await office.stores.accounts.find(employer.accountId);
    if (!account) throw new Error('No account.');
    await office.stores.accounts.update({ ...account, withdrawnOn: '2026-12-01' });
    await night('2026-12-09');
    expect(mailsOf('mail.missingResult')).toHaveLength(0);
    expect((await referral(id)).noticeSentOn).toBeNull();
  });
});
