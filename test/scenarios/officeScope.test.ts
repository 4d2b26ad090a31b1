import { expect, test } from 'vitest';
import { registerEmail } from '#app/procedures/account/registerEmail.ts';
import { acceptPosting } from '#app/procedures/posting/accept.ts';
import { saveStep } from '#app/procedures/posting/saveStep.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

describeOnEveryDatabase("Another office's clerk, another employer and the auditor", (open) => {
  test('do not reach the posting, the establishment or the account', async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const pending = await office.submitted(employer, await office.filledIn(employer));
    const reviewed = await office.visited(pending, '2026-11-24');
    const shown = { postingId: reviewed.id, version: reviewed.version };
    const acceptance = { ...shown, overrideReason: null, note: null };

    await expect(office.perform(acceptPosting, office.staff.neighbour, acceptance)).rejects.toMatchObject({
      name: 'NotFound',
    });
    await expect(office.perform(acceptPosting, office.staff.auditor, acceptance)).rejects.toMatchObject({
      name: 'Forbidden',
    });
    await expect(office.perform(acceptPosting, employer, acceptance)).rejects.toMatchObject({
      name: 'Forbidden',
    });
    await expect(
      office.perform(registerEmail, office.staff.neighbour, {
        establishmentId: reviewed.establishmentId,
        values: { email: 'x@example.co.jp' },
      }),
    ).rejects.toMatchObject({ name: 'NotFound' });

    const stranger = await office.openedAtCounter('b@example.co.jp');
    const draft = await office.filledIn(employer);
    const step = {
      postingId: draft.id,
      version: draft.version,
      step: 1,
      values: {},
      proceed: false,
      confirmed: [],
    };
    await expect(office.perform(saveStep, stranger, step)).rejects.toMatchObject({ name: 'NotFound' });
  });
});
