import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Facts } from '#app/domain/verdict.ts';
import type { EngineRun } from '#rules/engine.ts';
import type { RuleSet } from '#rules/ruleset.ts';
import type { SituationKind } from '#rules/situation.ts';
import type { CaseColumns } from './columns.ts';
import { explanationOf } from './explanation.ts';
import type { Decided } from './fired.ts';
import { type Judged, massesOf } from './masses.ts';
import { cutoffDays, planOf } from './plan.ts';
import { reasonsOf } from './reasons.ts';
import { type SqlDay, type SqlFact, type SqlForm, sqlOf } from './sql.ts';

/**
 * A rule set in compiled form. Its meaning is the engine's, case by case (test/rules/compiled.test.ts); the engine stays
 * the one that decides a single case with its words, the compiled forms are for many cases.
 *
 * Facts are those of the rule set's kind of situation. A fact that is missing is an Error that names the rule and the
 * fact, a value that is not of its fact's type a TypeError: there are no answers from bad facts.
 */
export type CompiledRules = {
  /** Outcome and rules of one case. */
  reasons(facts: Facts, asOf: CalendarDate): Decided;
  /** The run of one case with every mark, as `runEngine` gives it. */
  explanation(facts: Facts, asOf: CalendarDate): EngineRun;
  /** Many cases at once, from columns. */
  masses(cases: CaseColumns): Judged;
  /** The rule set as SQL, given where its facts are found. */
  sql(facts: Readonly<Record<string, SqlFact>>, day: SqlDay): SqlForm;
  /** Every fact that some condition looks at. */
  facts: readonly string[];
  /** For each parameter that some condition counts back from `asOf`, the day it leads to. */
  cutoffs(asOf: CalendarDate): ReadonlyMap<string, CalendarDate>;
};

/**
 * Compiles a rule set that passed every check of the loader; code is generated from it, as Ajv does from a schema.
 * @throws Error when it holds parameters only.
 */
export const compileRules = (ruleSet: RuleSet, kind: Pick<SituationKind, 'facts'>): CompiledRules => {
  const plan = planOf(ruleSet, kind);
  return {
    reasons: reasonsOf(plan),
    explanation: explanationOf(plan),
    masses: massesOf(plan),
    sql: (facts, day) => sqlOf(plan, facts, day),
    facts: plan.facts.map(({ name }) => name),
    cutoffs: (asOf) => cutoffDays(plan, asOf),
  };
};

export { type CaseColumns, caseColumns } from './columns.ts';
export type { Decided } from './fired.ts';
export type { Judged } from './masses.ts';
export type { Sql, SqlDay, SqlFact, SqlForm, SqlValue } from './sql.ts';
