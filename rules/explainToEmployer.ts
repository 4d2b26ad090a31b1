import type { ToldReason } from '#app/domain/explanation.ts';
import type { Reason, Verdict } from '#app/domain/verdict.ts';
import { explainVerdict } from './explain.ts';
import { own, type RuleSet } from './ruleset.ts';
import type { SituationKind } from './situation.ts';
import { situationKind } from './situations/index.ts';

/** A fact the catalogue has lost is not told. */
const isTold = (name: string, kind: SituationKind): boolean => {
  const fact = kind.facts.get(name);
  return fact !== undefined && fact.staffOnly !== true;
};

/** Whether every fact the reason looked at is one an employer may know. */
const mayBeTold = ({ facts }: Reason, kind: SituationKind): boolean =>
  Object.keys(facts).every((name) => isTold(name, kind));

/** A verdict as it may leave the counter for an employer: without reasons and facts that only the counter knows. */
export const forEmployer = (verdict: Verdict): Verdict => {
  const kind = situationKind(verdict.ruleSet);
  if (kind === undefined) return { ...verdict, reasons: [], facts: {} };
  return {
    ...verdict,
    reasons: verdict.reasons.filter((reason) => mayBeTold(reason, kind)),
    facts: Object.fromEntries(Object.entries(verdict.facts).filter(([name]) => isTold(name, kind))),
  };
};

/**
 * The reasons kept with a verdict that an employer may know, in file order; none that rests on what only the counter
 * knows (求人不受理の期間, a complaint). What would have to be otherwise is left out where the version that judged is
 * not among these.
 */
export const explainToEmployer = async (
  versions: readonly RuleSet[],
  verdict: Verdict,
): Promise<readonly ToldReason[]> => {
  const kind = situationKind(verdict.ruleSet);
  if (kind === undefined) return [];
  const explanation = await explainVerdict(versions, verdict);
  const otherwise = Object.fromEntries(explanation?.rules.map((rule) => [rule.rule, rule.otherwise]) ?? []);
  return forEmployer(verdict).reasons.map(({ rule, title, message, source, severity }) => ({
    rule,
    title,
    message,
    source,
    ...(severity !== undefined && { severity }),
    otherwise: own(otherwise, rule) ?? [],
  }));
};
