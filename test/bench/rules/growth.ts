import { caseColumns, compileRules } from '#rules/compile/index.ts';
import type { RuleSet } from '#rules/ruleset.ts';
import { visitSituation } from '#rules/situations/visitRequired.ts';
import { type BenchContext, type BenchResult, ratio } from '../support/bench.ts';
import { type Contestant, inTurn, oneByOne, rates } from '../support/measure.ts';
import { reusedEngine } from './otherEngines.ts';
import { manifold, visitCases } from './visits.ts';

const CASES = 2048;
const MASS = 50_000;
const COPIES = [1, 10, 20] as const;

const forms = {
  reasons: 'compiled: outcome and reasons',
  explanation: 'compiled: full explanation',
  masses: 'masses',
  engine: 'json-rules-engine',
} as const;
type Form = keyof typeof forms;
type Size = `${Form} ${number}`;

/** Every form of the rule set with so many copies of its rules. */
function contestants(ruleSet: RuleSet, copies: number): Readonly<Record<Size, Contestant>> {
  const larger = copies === 1 ? ruleSet : manifold(ruleSet, copies);
  const cases = visitCases(CASES);
  const compiled = compileRules(larger, visitSituation);
  const engine = reusedEngine(larger);
  const columns = caseColumns(visitSituation.facts, compiled.facts);
  for (let done = 0; done < MASS; done += CASES)
    for (const { asOf, facts } of cases) columns.add(asOf, facts);
  return {
    [`reasons ${copies}`]: inTurn(cases, ({ facts, asOf }) => compiled.reasons(facts, asOf)),
    [`explanation ${copies}`]: inTurn(cases, ({ facts, asOf }) => compiled.explanation(facts, asOf)),
    [`masses ${copies}`]: inTurn([columns], compiled.masses),
    [`engine ${copies}`]: oneByOne(cases, engine),
  };
}

/** How the cost of a case grows with ten and twenty times the rules. */
export async function growth({ say }: BenchContext, ruleSet: RuleSet): Promise<readonly BenchResult[]> {
  say('visit rules: 7, 70 and 140 rules, by turns');
  const speed = await rates<Size>(
    Object.assign({}, ...COPIES.map((copies) => contestants(ruleSet, copies))),
    { rounds: 8, seconds: 0.08 },
  );
  return COPIES.filter((copies) => copies > 1).flatMap((copies) =>
    (Object.keys(forms) as Form[]).map((form) =>
      ratio(
        `${forms[form]}: time with ${copies} times the rules`,
        (speed[`${form} 1`] ?? Number.NaN) / (speed[`${form} ${copies}`] ?? Number.NaN),
        'its own time with 7 rules',
      ),
    ),
  );
}
