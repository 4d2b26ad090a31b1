import { expect, test } from 'vitest';
import { withdrawMypage } from '#app/procedures/account/withdraw.ts';
import { messageThread } from '#db/queries/messageThread.ts';
import { messageThreads } from '#db/queries/messageThreads.ts';
import { referralCard } from '#db/queries/referralCard.ts';
import { referralList } from '#db/queries/referralList.ts';
import { seekerCard } from '#db/queries/seekerCard.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openThread } from '#test/support/messages.ts';
import { eraseInTheNight, letErase } from '#test/support/retention.ts';
import { granted, password } from '#test/support/world.ts';

describeOnEveryDatabase('A referral whose employer is erased', (open) => {
  const erased = async () => {
    const thread = await openThread(open);
    const { office, employer } = thread;
    granted(await thread.trySend('面接にお越しください。'));
    await letErase(office);
    granted(await office.perform(withdrawMypage, employer, { currentPassword: password }));
    await office.runner.runDue();
    await eraseInTheNight(office, '2026-12-26');
    return { ...thread, reader: office.database.reader };
  };

  test('stands on the page of the job seeker without a name, and in no list of the counter', async () => {
    const { office, reader, referralId, seekerId } = await erased();
    const { clerk } = office.staff;
    const card = await seekerCard(reader, clerk, seekerId);
    expect(card?.referrals).toMatchObject([{ id: referralId, establishmentName: null, jobTitle: null }]);
    const list = await referralList(reader, clerk, {
      tab: 'unregistered',
      page: 1,
      overdueBefore: '2026-12-01',
    });
    expect(list).toMatchObject({ rows: [], total: 0, counts: { unregistered: 0, overdue: 0 } });
    expect(await referralCard(reader, clerk, referralId)).toBeNull();
  });

  test('is read by the job seeker until the year of its messages is over, and nobody writes in it', async () => {
    const { reader, partner, referralId, tryReceive } = await erased();
    const today = '2026-12-26';
    const threads = await messageThreads(reader, partner.actor, { page: 1, today });
    expect(threads.rows).toMatchObject([{ referralId, establishmentName: null, count: 1 }]);
    const thread = await messageThread(reader, partner.actor, referralId, { page: 1, today });
    expect(thread).toMatchObject({
      establishment: { name: null },
      obstacle: 'message-posting-invalid',
      messages: { rows: [{ text: '面接にお越しください。' }] },
    });
    await expect(tryReceive()).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('gets no notice and counts for no restriction any more', async () => {
    const { office } = await erased();
    const before = office.mails.length;
    await eraseInTheNight(office, '2027-02-01', ['referral.notify', 'restriction.impose']);
    expect(office.mails.slice(before)).toEqual([]);
    expect(await office.database.writer('restriction')).toEqual([]);
  });
});
