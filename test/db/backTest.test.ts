import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { BackTestResult } from '#app/domain/backTest.ts';
import { backTest } from '#db/backTestRead.ts';
import { runBackTestWith } from '#db/backTestThread.ts';
import type { StoredVerdict } from '#db/stores/verdicts.ts';
import { createUnitOfWork } from '#db/unitOfWork.ts';
import { draftWith, loadDraft } from '#rules/backTest/draft.ts';
import { loadCatalogue } from '#rules/catalogue.ts';
import { rejudge } from '#rules/replay.ts';
import type { RuleSet } from '#rules/ruleset.ts';
import { visitSituation } from '#rules/situations/visitRequired.ts';
import { describeOnEveryDatabase, type TestDatabase } from '#test/support/database.ts';
import { pastVisitVerdicts } from '#test/support/pastDecisions.ts';

const visits = (await loadCatalogue('rules')).inForce('eligibility/visit-required', '2026-11-24');
const ruleSet = visits.id;
const draftText = draftWith(visits, { gapYears: 3 });

const names = ({ reasons }: { reasons: readonly { rule: string }[] }) => reasons.map(({ rule }) => rule);

/** The same counts, one verdict after the other, by the engine that decides. */
async function countedByEngine(draft: RuleSet, past: readonly StoredVerdict[]) {
  const outcomes: Record<string, number> = {};
  const rules: Record<string, { before: number; after: number; come: number; gone: number }> = {};
  const changed: string[] = [];
  for (const { id } of draft.rules) rules[id] = { before: 0, after: 0, come: 0, gone: 0 };
  for (const { id, verdict } of past) {
    const now = await rejudge(draft, visitSituation, verdict);
    const way = `${verdict.outcome} > ${now.outcome}`;
    outcomes[way] = (outcomes[way] ?? 0) + 1;
    const [before, after] = [names(verdict), names(now)];
    for (const [rule, count] of Object.entries(rules)) {
      count.before += before.includes(rule) ? 1 : 0;
      count.after += after.includes(rule) ? 1 : 0;
      count.come += !before.includes(rule) && after.includes(rule) ? 1 : 0;
      count.gone += before.includes(rule) && !after.includes(rule) ? 1 : 0;
    }
    if (now.outcome !== verdict.outcome) changed.push(id);
  }
  return { outcomes, rules, changed };
}

const told = (result: BackTestResult | null) => ({
  outcomes: Object.fromEntries(
    (result?.outcomes ?? []).map(({ before, after, count }) => [`${before} > ${after}`, count]),
  ),
  rules: Object.fromEntries((result?.rules ?? []).map(({ rule, ...counts }) => [rule, counts])),
  changed: (result?.cases ?? []).filter(({ before, after }) => before !== after).map((one) => one.verdictId),
});

describeOnEveryDatabase('A draft judged against past decisions', (open) => {
  let past: StoredVerdict[];
  let draft: RuleSet;
  let database: TestDatabase;
  beforeAll(async () => {
    past = await pastVisitVerdicts(visits, 300);
    const loaded = await loadDraft(ruleSet, draftText);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    draft = loaded.ruleSet;
  });
  beforeEach(async () => {
    database = await open();
    await createUnitOfWork(database)(async ({ verdicts }) => {
      for (const verdict of past) await verdicts.insert(verdict);
    });
  });

  test('counts what the engine says of each of them, in a thread of its own', async () => {
    const expected = await countedByEngine(draft, past);
    expect(expected.changed.length).toBeGreaterThan(3);
    const orders = { ruleSet, draftText, range: { kind: 'all' as const } };
    const result = await runBackTestWith(database.settings)(orders, async () => true);
    expect(told(result)).toEqual(expected);
    expect(result).toMatchObject({ decisions: 300, judged: 300, missing: [] });
  });

  test('a decision whose record lacks a fact is counted under that fact and not guessed', async () => {
    const [first] = past;
    const { 'posting.contract': _contract, ...facts } = first?.verdict.facts ?? {};
    await database
      .writer('verdict_case')
      .where({ verdict_id: first?.id ?? '' })
      .update({ facts: JSON.stringify(facts) });
    const result = await backTest(
      database.reader,
      { ruleSet, draftText, range: { kind: 'all' } },
      () => true,
    );
    expect(result).toMatchObject({
      decisions: 300,
      judged: 299,
      missing: [{ fact: 'posting.contract', count: 1 }],
    });
    expect(told(result).outcomes).toEqual((await countedByEngine(draft, past.slice(1))).outcomes);
  });

  test('a value that is none of its fact any more cannot be judged either', async () => {
    const [first] = past;
    const facts = { ...first?.verdict.facts, 'posting.via': 'carrier-pigeon' };
    await database
      .writer('verdict_case')
      .where({ verdict_id: first?.id ?? '' })
      .update({ facts: JSON.stringify(facts) });
    const orders = { ruleSet, draftText, range: { kind: 'all' as const } };
    expect(await backTest(database.reader, orders, () => true)).toMatchObject({
      judged: 299,
      missing: [{ fact: 'posting.via', count: 1 }],
    });
  });

  test('between two days, both count', async () => {
    const days = past.map(({ verdict }) => verdict.asOf).toSorted();
    const [from = '', to = ''] = [days[50], days[200]];
    const inside = days.filter((day) => day >= from && day <= to).length;
    const orders = { ruleSet, draftText, range: { kind: 'days' as const, from, to } };
    expect(await backTest(database.reader, orders, () => true)).toMatchObject({ decisions: inside });
  });

  test('the last ones are those of the latest days', async () => {
    const latest = past
      .toSorted((a, b) => (`${a.verdict.asOf} ${a.id}` < `${b.verdict.asOf} ${b.id}` ? 1 : -1))
      .slice(0, 40);
    const orders = { ruleSet, draftText, range: { kind: 'last' as const, count: 40 } };
    const result = await backTest(database.reader, orders, () => true);
    expect(told(result).outcomes).toEqual((await countedByEngine(draft, latest)).outcomes);
  });

  test('with the version that decided, nothing changes', async () => {
    const same = draftWith(visits, {});
    const orders = { ruleSet, draftText: same, range: { kind: 'all' as const } };
    expect(await backTest(database.reader, orders, () => true)).toMatchObject({
      changed: { outcome: 0, reasons: 0 },
      cases: [],
    });
  });

  test('it stops when nobody wants to know any more', async () => {
    const orders = { ruleSet, draftText, range: { kind: 'all' as const } };
    expect(await backTest(database.reader, orders, () => false)).toBeNull();
  });

  test('a thread that cannot work says so instead of counting nothing', async () => {
    const orders = { ruleSet, draftText: '{}', range: { kind: 'all' as const } };
    await expect(runBackTestWith(database.settings)(orders, async () => true)).rejects.toThrow('no draft');
  });
});
