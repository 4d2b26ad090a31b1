import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

describeOnEveryDatabase('The content checks of an establishment', (open) => {
  test.each([true, false])('see whether its MyPage is restricted: %s', async (restricted) => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const pending = await office.submitted(employer, await office.filledIn(employer));
    const visited = await office.visited(pending, '2026-11-24');
    if (restricted)
      await office.stores.restrictions.insert({
        id: randomUUID(),
        establishmentId: employer.establishmentId ?? '',
        officeId: office.staff.clerk.officeId,
        begunOn: '2026-11-24',
        verdictId: null,
        released: null,
      });
    await office.accepted(visited);
    const stored = await office.stores.verdicts.page('', 100);
    const atAcceptance = stored.find(({ occasion }) => occasion === 'accept');
    expect(atAcceptance?.verdict.facts).toMatchObject({ 'establishment.restricted': restricted });
  });
});
