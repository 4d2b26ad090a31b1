import { expect, test } from 'vitest';
import { approveRuleChange } from '#app/procedures/ruleChange/approve.ts';
import { editRuleChange } from '#app/procedures/ruleChange/edit.ts';
import { importRuleChange } from '#app/procedures/ruleChange/import.ts';
import { rebaseRuleChange } from '#app/procedures/ruleChange/rebase.ts';
import { returnRuleChange } from '#app/procedures/ruleChange/return.ts';
import { settleUrgentChange } from '#app/procedures/ruleChange/settleUrgent.ts';
import { startRuleChange } from '#app/procedures/ruleChange/start.ts';
import { submitRuleChange } from '#app/procedures/ruleChange/submit.ts';
import { withdrawRuleChange } from '#app/procedures/ruleChange/withdraw.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { granted, openOffice, type World } from '#test/support/world.ts';

const today = '2026-04-21';
const ruleSet = 'eligibility/visit-required';

const opened = (database: TestDatabase) => openOffice(database, `${today}T10:00:00+09:00`, { watched: true });

const changeOf = async (office: World, changeId: string) => {
  const change = await office.stores.ruleChanges.find(changeId);
  if (!change) throw new Error('no such change');
  return change;
};

const shown = async (office: World, changeId: string) => ({
  changeId,
  version: (await changeOf(office, changeId)).version,
});

/** A draft in which the visit is due after so many days; the examples that name the old day are left out. */
const draft = async (office: World, days = 10, by = office.staff.supervisor) => {
  const { changeId } = granted(await office.perform(startRuleChange, by, { ruleSet, fromVersion: null }));
  const file = JSON.parse((await changeOf(office, changeId)).text);
  file.parameters.visitWithinDays.value = days;
  for (const example of file.examples) delete example.expect.dueDate;
  const text = JSON.stringify(file, null, 2);
  granted(await office.perform(editRuleChange, by, { ...(await shown(office, changeId)), text, edits: [] }));
  return changeId;
};

const submit = async (
  office: World,
  changeId: string,
  effectiveFrom = today,
  { urgent = false, by = office.staff.supervisor } = {},
) =>
  office.perform(submitRuleChange, by, {
    ...(await shown(office, changeId)),
    reason: '来庁の期限を短くするため',
    effectiveFrom,
    urgent,
  });

const approve = async (office: World, changeId: string, by = office.staff.otherSupervisor) =>
  office.perform(approveRuleChange, by, { ...(await shown(office, changeId)), note: null });

/** The days within which a visit is due, by the rules as this process has them after its next look. */
const daysInForce = async (office: World, asOf = today) => {
  await office.ruleFiles?.look();
  return office.ruleFiles?.current().parameter(ruleSet, 'visitWithinDays', asOf);
};

const released = async (office: World, days = 10, from = today) => {
  const changeId = await draft(office, days);
  granted(await submit(office, changeId, from));
  granted(await approve(office, changeId));
  return changeId;
};

describeOnEveryDatabase('A change of a rule set', (open) => {
  test('comes into force on its day, once another supervisor has approved it', async () => {
    const office = await opened(await open());
    const changeId = await draft(office);
    granted(await submit(office, changeId, '2026-04-22'));
    expect(await daysInForce(office, '2026-04-22')).toBe(14);
    granted(await approve(office, changeId));
    expect(await daysInForce(office, '2026-04-21')).toBe(14);
    expect(await daysInForce(office, '2026-04-22')).toBe(10);
    expect(await changeOf(office, changeId)).toMatchObject({
      state: 'released',
      submittedBy: office.staff.supervisor.id,
      decidedBy: office.staff.otherSupervisor.id,
    });
  });

  test('is not approved by whoever wrote any of it or handed it in', async () => {
    const office = await opened(await open());
    const changeId = await draft(office);
    granted(await submit(office, changeId));
    expect(await approve(office, changeId, office.staff.supervisor)).toMatchObject({
      code: 'own-rule-change',
    });
    granted(
      await office.perform(returnRuleChange, office.staff.otherSupervisor, {
        ...(await shown(office, changeId)),
        note: '理由を詳しく',
      }),
    );
    granted(
      await office.perform(editRuleChange, office.staff.otherSupervisor, {
        ...(await shown(office, changeId)),
        text: null,
        edits: [{ path: ['title'], value: '来庁が必要な場合（改）' }],
      }),
    );
    granted(await submit(office, changeId));
    expect(await approve(office, changeId, office.staff.otherSupervisor)).toMatchObject({
      code: 'own-rule-change',
    });
    expect(await daysInForce(office)).toBe(14);
  });

  test('is for supervisors: a clerk and an auditor may not touch it', async () => {
    const office = await opened(await open());
    for (const by of [office.staff.clerk, office.staff.auditor])
      await expect(office.perform(startRuleChange, by, { ruleSet, fromVersion: null })).rejects.toMatchObject(
        { name: 'Forbidden' },
      );
    const changeId = await draft(office);
    granted(await submit(office, changeId));
    await expect(approve(office, changeId, office.staff.clerk)).rejects.toMatchObject({ name: 'Forbidden' });
  });

  test('is not handed in for a day that has passed, and not approved once its day has passed', async () => {
    const office = await opened(await open());
    const changeId = await draft(office);
    expect(await submit(office, changeId, '2026-04-20')).toMatchObject({ code: 'rule-date-past' });
    granted(await submit(office, changeId, '2026-04-22'));
    office.clock.moveTo('2026-04-23T00:00:00+09:00');
    expect(await approve(office, changeId)).toMatchObject({ code: 'rule-date-past-approval' });
    expect(await daysInForce(office, '2026-04-23')).toBe(14);
  });

  test('is not handed in while an example fails, a figure is out of bounds, or nothing differs', async () => {
    const office = await opened(await open());
    const edit = async (changeId: string, path: (string | number)[], value: unknown) =>
      granted(
        await office.perform(editRuleChange, office.staff.supervisor, {
          ...(await shown(office, changeId)),
          text: null,
          edits: [{ path, value }],
        }),
      );
    const { changeId } = granted(
      await office.perform(startRuleChange, office.staff.supervisor, { ruleSet, fromVersion: null }),
    );
    expect(await submit(office, changeId)).toMatchObject({ code: 'rule-unchanged' });
    await edit(changeId, ['parameters', 'visitWithinDays', 'value'], 10);
    expect(await submit(office, changeId)).toMatchObject({ code: 'rule-draft-broken' });
    await edit(changeId, ['parameters', 'visitWithinDays', 'value'], 10_000);
    expect(await submit(office, changeId)).toMatchObject({ code: 'rule-draft-broken', params: { count: 1 } });
  });

  test('is stale once a newer version stands, until its author has looked at that', async () => {
    const office = await opened(await open());
    const slow = await draft(office, 12);
    await released(office, 10);
    expect(await submit(office, slow)).toMatchObject({ code: 'rule-base-moved' });
    const { newVersion } = await changeOf(office, await released(office, 9));
    granted(
      await office.perform(rebaseRuleChange, office.staff.supervisor, {
        ...(await shown(office, slow)),
        onto: String(newVersion),
      }),
    );
    granted(await submit(office, slow));
    granted(await approve(office, slow));
    expect(await daysInForce(office)).toBe(12);
  });

  test('edited by two at once keeps the first, and tells the second', async () => {
    const office = await opened(await open());
    const changeId = await draft(office);
    const both = await shown(office, changeId);
    const edit = (by: typeof office.staff.supervisor, title: string) =>
      office.perform(editRuleChange, by, { ...both, text: null, edits: [{ path: ['title'], value: title }] });
    granted(await edit(office.staff.supervisor, '一'));
    await expect(edit(office.staff.otherSupervisor, '二')).rejects.toMatchObject({
      name: 'Conflict',
      decided: { by: '監督 一郎（見本）', action: 'ruleChange.edited' },
    });
    expect((await changeOf(office, changeId)).text).toContain('"title": "一"');
  });

  test('may be urgent: in force at once, and confirmed by another supervisor afterwards', async () => {
    const office = await opened(await open());
    const changeId = await draft(office);
    expect(await submit(office, changeId, '2026-04-22', { urgent: true })).toMatchObject({
      code: 'rule-urgent-today',
    });
    granted(await submit(office, changeId, today, { urgent: true }));
    expect(await daysInForce(office)).toBe(10);
    const settle = async (by: typeof office.staff.supervisor) =>
      office.perform(settleUrgentChange, by, {
        ...(await shown(office, changeId)),
        decision: 'confirm',
        note: '確認しました',
      });
    expect(await settle(office.staff.supervisor)).toMatchObject({ code: 'own-rule-change' });
    granted(await settle(office.staff.otherSupervisor));
    expect(await changeOf(office, changeId)).toMatchObject({ state: 'released' });
  });

  test('taken back after an urgent release: what held before holds again, as a new version', async () => {
    const office = await opened(await open());
    const changeId = await draft(office);
    granted(await submit(office, changeId, today, { urgent: true }));
    expect(await daysInForce(office)).toBe(10);
    granted(
      await office.perform(settleUrgentChange, office.staff.otherSupervisor, {
        ...(await shown(office, changeId)),
        decision: 'revoke',
        note: '必要がない',
      }),
    );
    expect(await daysInForce(office)).toBe(14);
    const versions = (await office.stores.ruleVersions.names()).filter((one) => one.ruleSet === ruleSet);
    expect(versions).toHaveLength(3);
  });

  test('is withdrawn before its day, and not afterwards', async () => {
    const office = await opened(await open());
    const changeId = await released(office, 10, '2026-05-01');
    expect(await daysInForce(office, '2026-05-01')).toBe(10);
    const cancel = async () =>
      office.perform(withdrawRuleChange, office.staff.supervisor, {
        ...(await shown(office, changeId)),
        event: 'cancel',
        note: '取りやめ',
      });
    office.clock.moveTo('2026-05-01T00:00:00+09:00');
    expect(await cancel()).toMatchObject({ code: 'rule-in-force-already' });
    office.clock.moveTo('2026-04-30T23:59:59+09:00');
    granted(await cancel());
    expect(await daysInForce(office, '2026-05-01')).toBe(14);
  });

  test('goes back to an earlier version as a new version', async () => {
    const office = await opened(await open());
    const [first] = (await office.stores.ruleVersions.names()).filter((one) => one.ruleSet === ruleSet);
    await released(office, 10);
    const { changeId } = granted(
      await office.perform(startRuleChange, office.staff.supervisor, {
        ruleSet,
        fromVersion: String(first?.version),
      }),
    );
    granted(await submit(office, changeId));
    granted(await approve(office, changeId));
    expect(await daysInForce(office)).toBe(14);
    expect(await office.stores.ruleVersions.names()).toContainEqual(
      expect.objectContaining({
        ruleSet,
        version: (await changeOf(office, changeId)).newVersion,
        origin: 'app',
      }),
    );
  });

  test('comes from a file as a draft that takes the same way', async () => {
    const office = await opened(await open());
    const shipped = office.rules.inForce('limits/posting', today).version;
    const text = String((await office.stores.ruleVersions.find('limits/posting', shipped))?.text);
    const system = { kind: 'system', job: 'rules.import' } as const;
    const input = { ruleSet: 'limits/posting', text };
    expect(await office.perform(importRuleChange, system, input)).toMatchObject({ code: 'rule-unchanged' });
    const longer = text.replace('"value": 2', '"value": 3');
    const { changeId } = granted(await office.perform(importRuleChange, system, { ...input, text: longer }));
    granted(await submit(office, changeId));
    granted(await approve(office, changeId));
    await office.ruleFiles?.look();
    expect(office.ruleFiles?.current().parameter('limits/posting', 'validityMonthsAfter', today)).toBe(3);
  });
});
