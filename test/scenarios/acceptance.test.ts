import { expect, test } from 'vitest';
import { acceptPosting } from '#app/procedures/posting/accept.ts';
import { completePosting } from '#fixtures/postings.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

/** Accepted on → valid until the end of the second month after (design.md, reading 7). */
const validity: readonly (readonly [accepted: string, until: string])[] = [
  ['2026-04-01', '2026-06-30'],
  ['2026-04-30', '2026-06-30'],
  ['2026-12-28', '2027-02-28'],
  ['2027-12-01', '2028-02-29'],
];

describeOnEveryDatabase('An accepted posting', (open) => {
  test.each(validity)('on %s is valid until %s', async (day, until) => {
    const office = await openOffice(await open(), `${day}T10:00:00+09:00`);
    const employer = await office.openedAtCounter();
    const pending = await office.submitted(employer, await office.filledIn(employer));
    expect(await office.accepted(await office.visited(pending, day))).toMatchObject({ validUntil: until });
  });

  test('gets the next number of its office, never one that was given before', async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const numbers = [];
    for (let index = 0; index < 3; index += 1) {
      const pending = await office.submitted(employer, await office.filledIn(employer));
      const reviewed =
        pending.state === 'awaiting_visit' ? await office.visited(pending, '2026-11-24') : pending;
      numbers.push((await office.accepted(reviewed)).number);
    }
    expect(numbers).toEqual(['99010-00000001', '99010-00000002', '99010-00000003']);
  });

  test('with a red check open needs a written reason', async () => {
    const office = await openOffice(await open(), '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const pending = await office.submitted(employer, await office.filledIn(employer));
    const reviewed = await office.visited(pending, '2026-11-24');
    const tooShortBreak = completePosting({ break_minutes: 30 });
    await office.stores.postings.update({ ...reviewed, content: tooShortBreak });
    const input = { postingId: reviewed.id, version: reviewed.version + 1, overrideReason: null, note: null };
    expect(await office.perform(acceptPosting, office.staff.clerk, input)).toMatchObject({
      ok: false,
      code: 'content-blocked',
      fields: [{ field: 'override_reason' }],
    });
    expect(
      await office.perform(acceptPosting, office.staff.clerk, {
        ...input,
        overrideReason: '休憩は60分と電話で確認した。',
      }),
    ).toMatchObject({ ok: true });
  });
});
