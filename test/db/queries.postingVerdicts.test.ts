import { expect, test } from 'vitest';
import { postingVerdicts } from '#db/queries/postingVerdicts.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

describeOnEveryDatabase('なぜこの判定か', (open) => {
  test('has every verdict of a posting, newest first, and each of them can be explained', async () => {
    const database = await open();
    const office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const pending = await office.submitted(employer, await office.filledIn(employer));
    office.clock.moveTo('2026-12-07T09:00:00+09:00');
    await office.accepted(await office.visited(pending, '2026-12-07'));
    const shown = await postingVerdicts(database.reader, office.staff.clerk, pending.id);
    expect(shown?.verdicts.map(({ occasion, verdict }) => `${occasion} ${verdict.ruleSet}`)).toEqual([
      'accept acceptance/posting',
      'submit eligibility/visit-required',
      'submit acceptance/posting',
      'submit access/mypage-features',
    ]);
    for (const { verdict } of shown?.verdicts ?? []) {
      const explanation = await office.rules.explain(verdict);
      const fired = explanation?.rules
        .filter((rule) => rule.fired)
        .map(({ rule, message }) => [rule, message]);
      expect(fired).toEqual(verdict.reasons.map(({ rule, message }) => [rule, message]));
    }
  });

  test('is closed to another office, and for a draft, which is the employer’s own', async () => {
    const database = await open();
    const office = await openOffice(database, '2026-11-24T10:00:00+09:00');
    const employer = await office.openedAtCounter();
    const draft = await office.filledIn(employer);
    expect(await postingVerdicts(database.reader, office.staff.clerk, draft.id)).toBeNull();
    const pending = await office.submitted(employer, draft);
    expect(await postingVerdicts(database.reader, office.staff.neighbour, pending.id)).toBeNull();
  });
});
