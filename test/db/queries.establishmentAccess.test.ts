import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { judgeAccess } from '#app/procedures/account/access.ts';
import { judgeRetention } from '#app/procedures/account/retention.ts';
import { outcomeWords } from '#app/text/staff/rules.ts';
import { establishmentAccess } from '#db/queries/establishmentAccess.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { openOffice, type World } from '#test/support/world.ts';

const today = '2026-11-24';

/** What the records say about the establishment's one account. */
const recordsOf = async (database: TestDatabase, office: World, id: string | null) => {
  const found = await establishmentAccess(database.reader, office.staff.clerk, id ?? '', today);
  const [account] = found?.accounts ?? [];
  if (account === undefined) throw new Error('no account');
  return account.records;
};

describeOnEveryDatabase('マイページの機能の理由', (open) => {
  test('is explained to the counter from the records as they are now', async () => {
    const database = await open();
    const office = await openOffice(database, `${today}T10:00:00+09:00`);
    const { establishmentId, email } = await office.openedAtCounter();
    const id = establishmentId ?? '';
    const firedNow = async () => {
      const [account] =
        (await establishmentAccess(database.reader, office.staff.clerk, id, today))?.accounts ?? [];
      if (account === undefined) throw new Error('no account');
      const explanation = await office.rules.explain(await judgeAccess(office.rules, account.records, today));
      return {
        email: account.email,
        fired: explanation?.rules.filter(({ fired }) => fired).map(({ rule }) => rule),
      };
    };
    expect(await firedNow()).toEqual({ email, fired: ['MF1'] });
    await office.stores.restrictions.insert({
      id: randomUUID(),
      establishmentId: id,
      officeId: office.staff.clerk.officeId,
      begunOn: '2026-11-20',
      verdictId: null,
      released: null,
    });
    expect(await firedNow()).toEqual({ email, fired: ['MF1', 'MF2'] });
  });

  test.each([
    { invalidOn: '2021-11-24', kept: '消去しない' },
    { invalidOn: '2021-11-23', kept: '消去する' },
  ])(
    'says whether the MyPage is kept, the last posting invalid since $invalidOn',
    async ({ invalidOn, kept }) => {
      const database = await open();
      const office = await openOffice(database, `${today}T10:00:00+09:00`);
      const employer = await office.openedAtCounter();
      const pending = await office.submitted(employer, await office.filledIn(employer));
      const old = { ...pending, state: 'invalid' as const, appliedOn: '2021-08-02' };
      await office.stores.postings.update({ ...old, invalidatedOn: invalidOn });
      const records = await recordsOf(database, office, employer.establishmentId);
      expect(records).toMatchObject({ lastInvalidOn: invalidOn, appliedAfterLastInvalid: 0 });
      const { ruleSet, outcome } = await judgeRetention(office.rules, records, today);
      expect(outcomeWords(ruleSet, outcome)).toBe(kept);
    },
  );

  test('counts a validity that has ended as invalid from the day after, and only later applications', async () => {
    const database = await open();
    const office = await openOffice(database, `${today}T10:00:00+09:00`);
    const employer = await office.openedAtCounter();
    const id = employer.establishmentId;
    expect(await recordsOf(database, office, id)).toMatchObject({
      lastInvalidOn: null,
      appliedAfterLastInvalid: 0,
    });
    const pending = await office.submitted(employer, await office.filledIn(employer));
    const valid = { ...pending, state: 'valid' as const, appliedOn: '2026-08-03' };
    await office.stores.postings.update({ ...valid, validUntil: today });
    expect(await recordsOf(database, office, id)).toMatchObject({ validPostings: 1, lastInvalidOn: null });
    await office.stores.postings.update({ ...valid, version: pending.version + 1, validUntil: '2026-11-22' });
    expect(await recordsOf(database, office, id)).toMatchObject({
      validPostings: 0,
      lastInvalidOn: '2026-11-23',
      appliedAfterLastInvalid: 0,
    });
    await office.submitted(employer, await office.filledIn(employer));
    expect(await recordsOf(database, office, id)).toMatchObject({ appliedAfterLastInvalid: 1 });
  });

  test('is closed to another office', async () => {
    const database = await open();
    const office = await openOffice(database, `${today}T10:00:00+09:00`);
    const { establishmentId } = await office.openedAtCounter();
    const id = establishmentId ?? '';
    expect(await establishmentAccess(database.reader, office.staff.neighbour, id, today)).toBeNull();
  });
});
