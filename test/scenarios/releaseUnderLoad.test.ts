import { expect, test } from 'vitest';
import type { Posting } from '#app/domain/posting.ts';
import { submitPosting } from '#app/procedures/posting/submit.ts';
import { approveRuleChange } from '#app/procedures/ruleChange/approve.ts';
import { editRuleChange } from '#app/procedures/ruleChange/edit.ts';
import { startRuleChange } from '#app/procedures/ruleChange/start.ts';
import { submitRuleChange } from '#app/procedures/ruleChange/submit.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { granted, openOffice } from '#test/support/world.ts';

const today = '2026-04-21';
const ruleSet = 'eligibility/visit-required';
/** Submissions before, while and after a version is released: more than a second brings at the busiest hour. */
const SUBMISSIONS = 24;

describeOnEveryDatabase('A version released while postings are handed in', (open) => {
  test('is the whole of a verdict or none of it: each names exactly one version, by number and bytes', async () => {
    const office = await openOffice(await open(), `${today}T10:00:00+09:00`, { watched: true });
    const employer = await office.openedOnline();
    const drafts: Posting[] = [];
    for (let count = 0; count < SUBMISSIONS; count += 1) drafts.push(await office.filledIn(employer));

    const { supervisor, otherSupervisor } = office.staff;
    const { changeId } = granted(
      await office.perform(startRuleChange, supervisor, { ruleSet, fromVersion: null }),
    );
    const edits = [{ path: ['title'], value: '来庁が必要な場合（見本の改正）' }];
    granted(await office.perform(editRuleChange, supervisor, { changeId, version: 1, text: null, edits }));
    const asked = { reason: '見本', effectiveFrom: today, urgent: false };
    granted(await office.perform(submitRuleChange, supervisor, { changeId, version: 2, ...asked }));

    const submit = ({ id, version }: (typeof drafts)[number]) =>
      office.perform(submitPosting, employer, { postingId: id, version, confirmed: office.everyRule });
    const third = SUBMISSIONS / 3;
    const before = drafts.slice(0, third).map(submit);
    const release = office
      .perform(approveRuleChange, otherSupervisor, { changeId, version: 3, note: null })
      .then(async (outcome) => {
        granted(outcome);
        await office.ruleFiles?.look();
      });
    const meanwhile = drafts.slice(third, 2 * third).map(submit);
    await release;
    const after = drafts.slice(2 * third).map(submit);
    for (const outcome of await Promise.all([...before, ...meanwhile, ...after])) granted(outcome);

    const versions = (await office.stores.ruleVersions.names()).filter((one) => one.ruleSet === ruleSet);
    const stored: { version: string; hash: string; subject_id: string }[] = await office.database
      .reader('verdict')
      .where({ rule_set: ruleSet, occasion: 'submit' })
      .select('version', 'hash', 'subject_id');
    expect(new Set(stored.map(({ subject_id }) => subject_id)).size).toBe(SUBMISSIONS);
    expect(stored).toHaveLength(SUBMISSIONS);
    for (const { version, hash } of stored)
      expect(versions.filter((one) => one.version === version && one.hash === hash)).toHaveLength(1);
    expect(new Set(stored.map(({ version }) => version)).size).toBe(2);
  });
});
