import { expect, test } from 'vitest';
import { approveRuleChange } from '#app/procedures/ruleChange/approve.ts';
import { editRuleChange } from '#app/procedures/ruleChange/edit.ts';
import { startRuleChange } from '#app/procedures/ruleChange/start.ts';
import { submitRuleChange } from '#app/procedures/ruleChange/submit.ts';
import { queuePage } from '#db/queries/queue/page.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

const today = '2026-04-21';
const ruleSet = 'eligibility/visit-required';

/** A version in which one rule never applies any more, in force from that day. */
const withoutRule = async (office: World, rule: string, from: string) => {
  const { changeId } = granted(
    await office.perform(startRuleChange, office.staff.supervisor, { ruleSet, fromVersion: null }),
  );
  const file = JSON.parse((await office.stores.ruleChanges.find(changeId))?.text ?? '');
  file.rules = file.rules.filter(({ id }: { id: string }) => id !== rule);
  file.examples = file.examples.filter(
    ({ expect: { rules } }: { expect: { rules: string[] } }) => !rules.includes(rule),
  );
  const used = JSON.stringify(file.rules);
  for (const fact of Object.keys(file.facts))
    if (!used.includes(fact) && !JSON.stringify(file.appliesWhen ?? '').includes(fact))
      delete file.facts[fact];
  for (const name of Object.keys(file.parameters))
    if (!JSON.stringify([file.rules, file.outcome]).includes(name)) delete file.parameters[name];
  granted(
    await office.perform(editRuleChange, office.staff.supervisor, {
      changeId,
      version: 1,
      text: JSON.stringify(file, null, 2),
      edits: [],
    }),
  );
  granted(
    await office.perform(submitRuleChange, office.staff.supervisor, {
      changeId,
      version: 2,
      reason: '試験のため（見本）',
      effectiveFrom: from,
      urgent: false,
    }),
  );
  return granted(
    await office.perform(approveRuleChange, office.staff.otherSupervisor, {
      changeId,
      version: 3,
      note: null,
    }),
  ).version;
};

const verdictsOf = (office: World, postingId: string) =>
  office.stores.verdicts
    .allOf({ type: 'posting', id: postingId })
    .then((all) => all.filter(({ verdict }) => verdict.ruleSet === ruleSet));

describeOnEveryDatabase('When a new version of a rule set comes into force', (open) => {
  test('what waits is judged again on its own facts, on the day the version begins and not before', async () => {
    const office = await openOffice(await open(), `${today}T10:00:00+09:00`, { watched: true });
    const employer = await office.openedOnline();
    const waiting = await office.submitted(employer, await office.filledIn(employer));
    const [decided] = await verdictsOf(office, waiting.id);
    const [rule] = decided?.verdict.reasons.map((reason) => reason.rule) ?? [];
    const version = await withoutRule(office, String(rule), '2026-04-22');
    await office.ruleFiles?.look();

    office.clock.moveTo('2026-04-21T23:59:59+09:00');
    await office.runner.runDue();
    expect(await verdictsOf(office, waiting.id)).toHaveLength(1);

    office.clock.moveTo('2026-04-22T00:00:00+09:00');
    await office.runner.runDue();
    const [again, first] = await verdictsOf(office, waiting.id);
    expect(again).toMatchObject({ occasion: 'rejudge', verdict: { version, asOf: today } });
    expect(again?.verdict.reasons.map((reason) => reason.rule)).not.toContain(rule);
    expect(first).toEqual(decided);
    const { rows } = await queuePage(
      office.database.reader,
      office.staff.clerk,
      { kind: null, due: null, holder: null, search: null, page: 1 },
      '2026-04-22',
      office.clock.now().toISOString(),
    );
    expect(rows[0]?.rejudged).toEqual([
      { ruleSet, version, before: first?.verdict.outcome, after: again?.verdict.outcome },
    ]);
    expect(await office.now(waiting.id)).toMatchObject({ state: waiting.state, version: waiting.version });
  });

  test('nothing is kept of a judgement that says the same, however often the job runs', async () => {
    const office = await openOffice(await open(), `${today}T10:00:00+09:00`, { watched: true });
    const employer = await office.openedAtCounter();
    const waiting = await office.submitted(employer, await office.filledIn(employer));
    await withoutRule(office, 'VR6', today);
    await office.ruleFiles?.look();
    await office.runner.runDue();
    await office.runner.runDue();
    expect(await verdictsOf(office, waiting.id)).toHaveLength(1);
  });
});
