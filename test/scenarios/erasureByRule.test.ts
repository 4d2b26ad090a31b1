import { expect, test } from 'vitest';
import { addDays } from '#app/domain/calendar.ts';
import { undoWithdrawal } from '#app/procedures/account/undoWithdrawal.ts';
import { identity } from '#test/support/accountLife.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { erasableMypage } from '#test/support/retention.ts';
import { granted } from '#test/support/world.ts';

/** reliability.md §5: day counted from, last day kept. */
const withdrawals = [
  ['2026-01-31', '2026-03-03'],
  ['2024-01-31', '2024-03-02'],
] as const;
const ends = [
  ['2024-02-29', '2029-02-28'],
  ['2026-06-30', '2031-06-30'],
  ['2023-02-28', '2028-02-29'],
] as const;

describeOnEveryDatabase('消去 of a MyPage', (open) => {
  /** As the records of a MyPage stand whose only posting became invalid on that day. */
  const ended = async (invalidatedOn: string) => {
    const mypage = await erasableMypage(open);
    const { office, employer } = mypage;
    const draft = await office.filledIn(employer);
    await office.stores.postings.update({
      ...draft,
      state: 'invalid',
      number: '99010-00000001',
      appliedOn: invalidatedOn,
      acceptedOn: invalidatedOn,
      validUntil: invalidatedOn,
      invalidatedOn,
    });
    return mypage;
  };

  test.each(withdrawals)(
    'withdrawn on %s: there through %s, gone in the night after',
    async (on, lastDay) => {
      const { office, account, night, isThere, certificates } = await erasableMypage(open);
      await office.stores.accounts.update({ ...(await account()), withdrawnOn: on });
      await night(lastDay);
      expect(await isThere()).toBe(true);
      expect(await certificates()).toEqual([]);
      await night(addDays(lastDay, 1));
      expect(await isThere()).toBe(false);
      expect(await certificates()).toMatchObject([{ number: 1, rules: '["RA1"]', base_date: on }]);
    },
  );

  test.each(ends)(
    'its last posting invalid on %s: there through %s, gone in the night after',
    async (on, lastDay) => {
      const { night, isThere, certificates } = await ended(on);
      await night(lastDay);
      expect(await isThere()).toBe(true);
      await night(addDays(lastDay, 1));
      expect(await isThere()).toBe(false);
      expect(await certificates()).toMatchObject([{ rules: '["RA2"]', base_date: on }]);
    },
  );

  test('stays where a posting is valid, or one was applied for since', async () => {
    const { office, employer, night, isThere } = await ended('2021-06-30');
    const later = await office.filledIn(employer);
    await office.stores.postings.update({ ...later, state: 'under_review', appliedOn: '2021-07-01' });
    await night('2026-12-01');
    expect(await isThere()).toBe(true);
  });

  test('stays when no posting was ever valid, however long it is', async () => {
    const { night, isThere, marks } = await erasableMypage(open);
    await night('2041-01-01');
    expect(await isThere()).toBe(true);
    expect(await marks()).toEqual([]);
  });

  test('counts the end of a validity that no night has recorded yet', async () => {
    const { office, employer, night, isThere } = await erasableMypage(open);
    const draft = await office.filledIn(employer);
    await office.stores.postings.update({
      ...draft,
      state: 'valid',
      number: '99010-00000001',
      appliedOn: '2021-05-01',
      acceptedOn: '2021-05-01',
      validUntil: '2021-06-29',
    });
    await night('2026-06-30');
    expect(await isThere()).toBe(true);
    await night('2026-07-01');
    expect(await isThere()).toBe(false);
  });

  test('is not withdrawn while one of its addresses is not', async () => {
    const { office, account, colleague, night, isThere } = await erasableMypage(open);
    await colleague();
    await office.stores.accounts.update({ ...(await account()), withdrawnOn: '2026-11-24' });
    await night('2027-02-01');
    expect(await isThere()).toBe(true);
  });

  test('taken back by the counter, it stays', async () => {
    const { office, establishmentId, withdraw, night, erasureNight, isThere } = await erasableMypage(open);
    await withdraw();
    office.clock.moveTo(`${addDays(erasureNight, -1)}T16:00:00+09:00`);
    granted(await office.perform(undoWithdrawal, office.staff.clerk, { establishmentId, identity }));
    await night(erasureNight);
    expect(await isThere()).toBe(true);
  });

  test('of an account that never came to an establishment goes by its withdrawal', async () => {
    const { office, night, certificates } = await erasableMypage(open);
    const accountId = await office.setUpPassword('alone@example.co.jp', 'register');
    const alone = await office.stores.accounts.find(accountId);
    if (!alone) throw new Error('No account.');
    await office.stores.accounts.update({ ...alone, withdrawnOn: '2026-11-24' });
    await night('2026-12-25');
    expect(await office.stores.accounts.find(accountId)).toBeDefined();
    await night('2026-12-26');
    expect(await office.stores.accounts.find(accountId)).toBeUndefined();
    expect(await certificates()).toMatchObject([{ office_id: null, number_hash: null }]);
  });
});
