import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { acceptPosting } from '#app/procedures/posting/accept.ts';
import { submitPosting } from '#app/procedures/posting/submit.ts';
import { completePosting } from '#fixtures/postings.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { granted, openOffice } from '#test/support/world.ts';

describeOnEveryDatabase('What the records say beside a posting', (open) => {
  test('an establishment under a refusal period is told so, and its posting is not accepted', async () => {
    const office = await openOffice(await open(), '2026-06-01T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const draft = await office.filledIn(employer);
    const input = { postingId: draft.id, version: draft.version, confirmed: [] };
    await office.stores.refusalPeriods.insert({
      id: randomUUID(),
      establishmentId: employer.establishmentId ?? '',
      ground: 'recommendation_published',
      from: '2025-11-01',
      correctedOn: '2025-12-01',
      sentOrPublishedOn: '2025-11-01',
      recordedBy: office.staff.supervisor.id,
      recordedAt: '2025-11-01T01:00:00.000Z',
      version: 1,
    });
    // Told to ask the office, without the reason, which is the counter's own record.
    expect(await office.perform(submitPosting, employer, input)).toEqual({
      ok: false,
      code: 'content-ask-office',
    });
    office.clock.moveTo('2026-06-02T00:00:00+09:00');
    granted(await office.perform(submitPosting, employer, input));
  });

  test('a second posting like a live one is asked about, and accepted once confirmed', async () => {
    const office = await openOffice(await open(), '2026-06-01T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    await office.submitted(employer, await office.filledIn(employer));
    const again = await office.filledIn(employer);
    const input = { postingId: again.id, version: again.version, confirmed: [] };
    expect(await office.perform(submitPosting, employer, input)).toMatchObject({
      code: 'content-to-confirm',
      verdict: { reasons: [{ rule: 'C21' }] },
    });
    granted(await office.perform(submitPosting, employer, { ...input, confirmed: ['C21'] }));

    const reviewed = await office.visited(await office.now(again.id), '2026-06-01');
    const acceptance = {
      postingId: reviewed.id,
      version: reviewed.version,
      overrideReason: null,
      note: null,
    };
    granted(await office.perform(acceptPosting, office.staff.clerk, acceptance));
  });

  test('a posting for another occupation is not like it', async () => {
    const office = await openOffice(await open(), '2026-06-01T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    await office.submitted(employer, await office.filledIn(employer));
    const other = await office.filledIn(employer, completePosting({ job_title: '営業' }));
    const input = { postingId: other.id, version: other.version, confirmed: [] };
    granted(await office.perform(submitPosting, employer, input));
  });
});
