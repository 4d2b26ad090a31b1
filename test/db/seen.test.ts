import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { countSeen, type Looks } from '#db/seen.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { referralOffice } from '#test/support/referrals.ts';

describeOnEveryDatabase('The people a breach has reached', (open) => {
  test('are counted once each, for one person or for all, from day to day in Japan, with everybody on a list', async () => {
    const { office, establishmentId, refer, seeker } = await referralOffice(open);
    const [alone, listed] = [await seeker(), await seeker()];
    const referralId = await refer({ seekerId: listed });
    const look = (actorId: string, screen: string, subjectId: string, at: string) =>
      office.stores.views.insert({
        id: randomUUID(),
        at,
        actorId,
        officeId: office.staff.clerk.officeId,
        screen,
        subjectId,
      });
    const { clerk, otherClerk } = office.staff;
    await look(clerk.id, 'seeker', alone, '2026-11-23T14:59:59.999Z');
    await look(clerk.id, 'seeker', alone, '2026-11-23T15:00:00.000Z');
    await look(clerk.id, 'referral', referralId, '2026-11-24T01:00:00.000Z');
    await look(clerk.id, 'seeker', 'erased long ago', '2026-11-24T14:59:59.999Z');
    await look(otherClerk.id, 'referral.unregistered', establishmentId, '2026-11-24T15:00:00.000Z');

    const seen = (looks: Partial<Looks>) =>
      countSeen(office.database.reader, { actorId: null, from: null, to: null, ...looks });
    expect(await seen({})).toEqual({ views: 5, seekers: 2, establishments: 1, accounts: 0, gone: 1 });
    expect(await seen({ actorId: clerk.id, from: '2026-11-24', to: '2026-11-24' })).toEqual({
      views: 3,
      seekers: 2,
      establishments: 1,
      accounts: 0,
      gone: 1,
    });
    expect(await seen({ actorId: otherClerk.id })).toMatchObject({ views: 1, seekers: 1, establishments: 1 });
    expect(await seen({ to: '2026-11-23' })).toMatchObject({ views: 1, seekers: 1, establishments: 0 });
    expect(await seen({ from: '2026-11-26' })).toEqual({
      views: 0,
      seekers: 0,
      establishments: 0,
      accounts: 0,
      gone: 0,
    });
  });
});
