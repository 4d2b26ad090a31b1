import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Verdict } from '#app/domain/verdict.ts';
import { catalogueOf } from '#rules/catalogue.ts';
import { differenceOf } from '#rules/replay.ts';
import { runRules } from '#test/rules/support.ts';
import { describeOnEveryDatabase, type TestDatabase, testDatabase } from '#test/support/database.ts';
import { openOffice } from '#test/support/world.ts';

/** One posting on its way to publication, with a day on which the office is closed of its own accord. */
async function decided(database: TestDatabase) {
  const office = await openOffice(database, '2026-11-24T10:00:00+09:00');
  await database.writer('office_calendar_day').insert({
    office_id: office.staff.clerk.officeId,
    date: '2026-12-08',
    kind: 'closed',
    reason: '設備点検',
  });
  const employer = await office.openedAtCounter();
  const pending = await office.submitted(employer, await office.filledIn(employer));
  office.clock.moveTo('2026-12-07T09:00:00+09:00');
  await office.accepted(await office.visited(pending, '2026-12-07'));
  const stored = await office.stores.verdicts.page('', 100);
  return { office, stored, verdicts: stored.map(({ verdict }) => verdict) };
}

const storeAs = (verdict: Verdict): Verdict => JSON.parse(JSON.stringify(verdict));

describeOnEveryDatabase('Replaying stored verdicts', (open) => {
  test('gives the same bytes for every decision on the way to publication', async () => {
    const { office, stored, verdicts } = await decided(await open());
    expect(stored.map(({ occasion }) => occasion)).toEqual(['submit', 'submit', 'submit', 'accept']);
    for (const verdict of verdicts) expect(await differenceOf(office.rules, verdict)).toBeNull();
  });

  test('counts the due date over the closed days as they were then', async () => {
    const { office, verdicts } = await decided(await open());
    const visit = verdicts.find(({ dueDate }) => dueDate !== undefined);
    expect(visit).toMatchObject({
      dueDate: '2026-12-07',
      officeDays: { extraOpen: [], extraClosed: ['2026-12-08'] },
    });
    const withoutThem = storeAs({ ...(visit as Verdict), officeDays: { extraOpen: [], extraClosed: [] } });
    expect(await differenceOf(office.rules, withoutThem)).toMatchObject({
      why: 'changed',
      parts: ['dueDate', 'dueDateBasis'],
    });
  });

  test('keeps no name and no text of the posting', async () => {
    const { office, stored } = await decided(await open());
    const posting = await office.now(stored[0]?.subject.id ?? '');
    expect(JSON.stringify(posting.content)).toContain('見本');
    expect(JSON.stringify(stored)).not.toContain('見本');
  });

  test('names what differs when a stored fact was changed by hand', async () => {
    const { office, verdicts } = await decided(await open());
    const [visit] = verdicts.filter(({ ruleSet }) => ruleSet === 'eligibility/visit-required');
    const changed = storeAs({
      ...(visit as Verdict),
      facts: { ...visit?.facts, 'office.demandsVisit': true },
    });
    expect(await differenceOf(office.rules, changed)).toEqual({
      why: 'changed',
      parts: ['reasons'],
      before: 'visit-required',
      after: 'visit-required',
    });
  });

  test('says so when the version is not known, or is known with other words', async () => {
    const { office, verdicts } = await decided(await open());
    const others = catalogueOf(office.rules.all().map((ruleSet) => ({ ...ruleSet, hash: '0'.repeat(64) })));
    const [verdict] = verdicts;
    expect(await differenceOf(others, verdict as Verdict)).toEqual({
      why: 'unknown-version',
      version: verdict?.version,
      hash: verdict?.hash,
    });
  });
});

describe('npm run -s rules -- replay', () => {
  test('reads the database of the environment and reports no difference', async () => {
    const database = await testDatabase('sqlite');
    await decided(database);
    const folder = database.settings.dialect === 'sqlite' ? path.dirname(database.settings.file) : '';
    const ran = await runRules(['replay'], '', { DATA_DIR: folder });
    expect(JSON.parse(ran.stdout)).toEqual({
      verdicts: 4,
      byRuleSet: { 'access/mypage-features': 1, 'eligibility/visit-required': 1, 'acceptance/posting': 2 },
      differences: 0,
      shown: [],
    });
    expect(ran.exitCode).toBe(0);
  });

  test('without a database says which one is missing', async () => {
    const ran = await runRules(['replay'], '', { DATA_DIR: '/nonexistent' });
    expect(ran).toMatchObject({ exitCode: 1, stdout: '' });
    expect(ran.stderr).toContain('there is no database /nonexistent/madoguchi.sqlite');
  });
});
