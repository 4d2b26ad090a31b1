import { expect, test } from 'vitest';
import { acceptPosting } from '#app/procedures/posting/accept.ts';
import { returnPosting } from '#app/procedures/posting/return.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

const rounds = 25;

describeOnEveryDatabase('Two clerks who decide the same posting at once', (open) => {
  test('make one decision; the other is told who decided, what and when', async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const first = await office.submitted(employer, await office.filledIn(employer));
    await office.accepted(await office.visited(first, '2026-11-24'));

    for (let round = 0; round < rounds; round += 1) {
      const waiting = await office.submitted(employer, await office.filledIn(employer));
      const shown = { postingId: waiting.id, version: waiting.version };
      const answers = await Promise.allSettled([
        office.perform(acceptPosting, office.staff.clerk, { ...shown, overrideReason: null, note: null }),
        office.perform(returnPosting, office.staff.otherClerk, {
          ...shown,
          reasons: ['missing'],
          fields: [],
          message: '直してください。',
        }),
      ]);
      const decided = answers.filter((answer) => answer.status === 'fulfilled' && answer.value.ok);
      const told = answers.find((answer) => answer.status === 'rejected');
      expect(decided).toHaveLength(1);
      expect(told?.reason).toMatchObject({
        name: 'Conflict',
        decided: { by: expect.stringMatching(/見本/), at: '2026-11-24T01:00:00.000Z' },
      });
      expect(['valid', 'returned']).toContain((await office.now(waiting.id)).state);
    }
  });
});
