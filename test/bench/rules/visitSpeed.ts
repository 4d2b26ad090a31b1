import { isDeepStrictEqual } from 'node:util';
import { type CompiledRules, caseColumns } from '#rules/compile/index.ts';
import { runEngine } from '#rules/engine.ts';
import type { RuleSet } from '#rules/ruleset.ts';
import { visitSituation } from '#rules/situations/visitRequired.ts';
import { type BenchContext, type BenchResult, figure, ratio } from '../support/bench.ts';
import { type Contestant, inTurn, oneByOne, rates } from '../support/measure.ts';
import { freshEngine, jsonLogic, numbered, reusedEngine, zen } from './otherEngines.ts';
import { recordOf, tableOf, type VisitCase, visitByHand, visitCases, visitsByHand } from './visits.ts';

const RULES = ['VR1', 'VR2', 'VR3', 'VR4', 'VR5', 'VR6', 'VR7'] as const;

const rulesOf = (bits: number): readonly string[] =>
  bits < 0 ? [] : RULES.filter((_, position) => (bits >> position) & 1);

/** Waits for 64 at a time. */
const manyAtOnce =
  <Case>(cases: readonly Case[], judge: (one: Case) => Promise<unknown>): Contestant =>
  async (count) => {
    for (let done = 0; done < count; done += 64) {
      await Promise.all(
        Array.from({ length: 64 }, (_, ahead) => judge(cases[(done + ahead) % cases.length] as Case)),
      );
    }
  };

type Judges = Readonly<Record<string, (visit: VisitCase) => readonly string[] | Promise<readonly string[]>>>;

/** Nobody is timed who does not give the same rules for every case. */
async function checkAgreement(cases: readonly VisitCase[], judges: Judges): Promise<void> {
  for (const visit of cases) {
    const expected = rulesOf(visitByHand(recordOf(visit)));
    for (const [name, judge] of Object.entries(judges)) {
      const rules = await judge(visit);
      if (!isDeepStrictEqual([...rules].toSorted(), expected)) {
        throw new Error(
          `${name} says ${rules.join()} instead of ${expected.join()}: ${JSON.stringify(visit)}`,
        );
      }
    }
  }
}

const MASS = 1_000_000;

/** The visit rules in every form, against json-rules-engine, two other engines and a function written by hand. */
export async function visitSpeed(
  { say }: BenchContext,
  ruleSet: RuleSet,
  compiled: CompiledRules,
): Promise<readonly BenchResult[]> {
  // The rule set is about postings through MyPage; the other engines are spared that question.
  const cases = visitCases(6000)
    .filter(({ facts }) => facts['posting.via'] === 'mypage')
    .slice(0, 4096);
  const engines = {
    reused: reusedEngine(ruleSet),
    fresh: freshEngine(ruleSet),
    zen: zen(),
    jsonLogic: jsonLogic(),
  };
  const mass = Array.from({ length: MASS }, (_, index) => cases[index % cases.length] as VisitCase);
  const columns = caseColumns(visitSituation.facts, compiled.facts);
  for (const { asOf, facts } of mass) columns.add(asOf, facts);
  const records = mass.map(recordOf);
  const table = tableOf(records);
  const byHand = new Int32Array(MASS);

  say('visit rules: that everybody agrees on 4,096 cases');
  await checkAgreement(cases, {
    'json-rules-engine': engines.reused,
    'json-rules-engine, fresh': engines.fresh,
    runEngine: async ({ facts, asOf }) =>
      (await runEngine(ruleSet, facts, asOf)).rules.filter(({ fired }) => fired).map(({ rule }) => rule),
    'compiled reasons': ({ facts, asOf }) => compiled.reasons(facts, asOf).rules,
    'compiled explanation': ({ facts, asOf }) =>
      compiled
        .explanation(facts, asOf)
        .rules.filter(({ fired }) => fired)
        .map(({ rule }) => rule),
    zen: (visit) => engines.zen(numbered(visit)),
    'json-logic-engine': (visit) => engines.jsonLogic(numbered(visit)),
  });
  visitsByHand(table, byHand);
  const { fired } = compiled.masses(columns);
  if (
    !byHand.every((bits, index) => bits === fired[index]) ||
    !records.every((record, index) => visitByHand(record) === fired[index])
  ) {
    throw new Error('the functions written by hand and the columns do not agree');
  }

  say('visit rules: speed, by turns');
  const numbers = cases.map(numbered);
  const recordCases = cases.map(recordOf);
  const speed = await rates({
    reused: oneByOne(cases, engines.reused),
    fresh: oneByOne(cases, engines.fresh),
    runEngine: oneByOne(cases, ({ facts, asOf }) => runEngine(ruleSet, facts, asOf)),
    reasons: inTurn(cases, ({ facts, asOf }) => compiled.reasons(facts, asOf)),
    explanation: inTurn(cases, ({ facts, asOf }) => compiled.explanation(facts, asOf)),
    zen: oneByOne(numbers, engines.zen),
    zenMany: manyAtOnce(numbers, engines.zen),
    jsonLogic: inTurn(numbers, engines.jsonLogic),
    masses: inTurn([columns], compiled.masses),
    handRecords: inTurn(recordCases, visitByHand),
    handColumns: inTurn([table], (rows) => visitsByHand(rows, byHand)),
  });

  const plain = 'json-rules-engine (one engine, awaited one by one)';
  const atLeast = (goal: number) => ({ atLeast: goal });
  return [
    ratio('compiled: outcome and reasons', speed.reasons / speed.reused, plain, atLeast(200)),
    ratio(
      'compiled: outcome and reasons, fresh engine',
      speed.reasons / speed.fresh,
      'json-rules-engine (an engine for each case)',
      atLeast(200),
    ),
    ratio(
      'compiled: outcome and reasons, runEngine',
      speed.reasons / speed.runEngine,
      'runEngine (an engine for each case, and the marks)',
    ),
    ratio('compiled: full explanation', speed.explanation / speed.reused, plain, atLeast(35)),
    ratio(
      'compiled: full explanation, runEngine',
      speed.explanation / speed.runEngine,
      'runEngine (an engine for each case, and the marks)',
      atLeast(35),
    ),
    ratio(
      'masses',
      (speed.masses * MASS) / speed.handRecords,
      'a function written by hand, over records',
      atLeast(0.5),
    ),
    ratio(
      'masses, columns by hand',
      speed.masses / speed.handColumns,
      'a loop written by hand, over the same columns',
      atLeast(0.5),
    ),
    ratio('json-rules-engine, an engine for each case', speed.fresh / speed.reused, plain),
    ratio('zen-engine, awaited one by one', speed.zen / speed.reused, plain),
    ratio('zen-engine, 64 at once', speed.zenMany / speed.reused, plain),
    ratio('json-logic-engine, compiled', speed.jsonLogic / speed.reused, plain),
    ratio('written by hand, over records', speed.handRecords / speed.reused, plain),
    ratio('masses, json-rules-engine', (speed.masses * MASS) / speed.reused, plain),
    figure('json-rules-engine (one engine)', speed.reused, 'cases/s'),
    figure('compiled: outcome and reasons, a second', speed.reasons, 'cases/s'),
    figure('compiled: full explanation, a second', speed.explanation, 'cases/s'),
    figure('masses, a second', speed.masses * MASS, 'cases/s'),
  ];
}
