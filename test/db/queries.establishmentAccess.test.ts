import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { judgeAccess } from '#app/procedures/account/access.ts';
import { establishmentAccess } from '#db/queries/establishmentAccess.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

const today = '2026-11-24';

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

  test('is closed to another office', async () => {
    const database = await open();
    const office = await openOffice(database, `${today}T10:00:00+09:00`);
    const { establishmentId } = await office.openedAtCounter();
    const id = establishmentId ?? '';
    expect(await establishmentAccess(database.reader, office.staff.neighbour, id, today)).toBeNull();
  });
});
