import { setImmediate as othersFirst } from 'node:timers/promises';
import type { CalendarDate } from '#app/domain/calendar.ts';
import { plusMonths } from '#app/domain/calendar.ts';
import type { Finding } from '#app/domain/ruleComparison.ts';
import { type Plan, planOf } from '#rules/compile/plan.ts';
import type { RuleSet } from '#rules/ruleset.ts';
import type { SituationKind } from '#rules/situation.ts';
import { uncoveredChoices, unusedParameters } from './names.ts';
import { ruleNode } from './nodes.ts';
import { lookAtPair } from './pairs.ts';
import { type LookedAtRule, lookAtRule } from './rule.ts';
import { butNot, isNowhere, tableOf } from './table.ts';
import { wordsOf } from './words.ts';

const MAX_SITUATIONS = 200_000;
const LATER_MONTHS = 120;
/** Before it no period of a rule is counted back from, so that none leads out of the calendar. */
const EARLIEST = '1950-01-01';

/** The first day of the version, and one so much later that days written into the rules lie behind every period. */
const daysOfJudgement = ({ effective: { from, to } }: RuleSet): readonly CalendarDate[] => {
  const first = from < EARLIEST ? EARLIEST : from;
  const later = plusMonths(first, LATER_MONTHS);
  const last = to !== null && to < later ? to : later;
  return last <= first ? [first] : [first, last];
};

/** Whether the rule set is about anything at all. */
const scopeFindings = (plan: Plan, days: readonly CalendarDate[]): readonly Finding[] => {
  const { appliesWhen } = plan;
  if (appliesWhen === null) return [];
  const tables = days.map((asOf) => tableOf(plan, [appliesWhen], asOf, MAX_SITUATIONS));
  const never = tables.every((table) => isNowhere(table.truthOf(appliesWhen)));
  const always = tables.every((table) =>
    isNowhere(butNot(table.truthOf({ kind: 'all', parts: [] }), table.truthOf(appliesWhen))),
  );
  if ((!never && !always) || !tables.every(({ whole }) => whole)) return [];
  const message = never
    ? '「対象」の条件を満たす事案がありません。このままでは、どの規則も当たりません。'
    : '「対象」の条件は、どの事案でも満たされます。対象外になる事案があるはずなら、条件を確かめてください。';
  return [
    {
      kind: never ? 'never-applies' : 'no-effect',
      severity: never ? 'error' : 'warning',
      path: ['appliesWhen'],
      message,
    },
  ];
};

/**
 * Looks for what the form of a rule file allows and its author hardly meant, by trying the boundary values of every fact
 * in every combination: rules that never or always fire, that say the same or never matter beside another, conditions
 * that contradict each other or change nothing, choices that nothing tells apart, figures that nothing uses.
 *
 * Situations that cannot occur (an application count without an application) are tried, too, so that a rule that is said
 * never to fire never does. The same text gives the same findings. No step takes long, and the process does other work
 * between them.
 *
 * @returns in the order of the file for each kind of look: single rules, pairs, names; nothing for a set of figures only.
 */
export const analyse = async (ruleSet: RuleSet, kind: SituationKind): Promise<readonly Finding[]> => {
  if (ruleSet.outcome === null) return [];
  const plan = planOf(ruleSet, kind);
  const words = wordsOf(ruleSet, kind);
  const days = daysOfJudgement(ruleSet);
  const findings: Finding[] = [...scopeFindings(plan, days)];
  const looked: LookedAtRule[] = [];
  for (const [position, rule] of ruleSet.rules.entries()) {
    const found = lookAtRule(plan, rule, ruleNode(ruleSet, plan, position), days, words);
    looked.push(found);
    findings.push(...found.findings);
    await othersFirst();
  }
  for (const [position, rule] of ruleSet.rules.entries()) {
    if (looked[position]?.fires !== 'sometimes') continue;
    for (const [further, other] of ruleSet.rules.entries()) {
      if (further <= position || looked[further]?.fires !== 'sometimes') continue;
      findings.push(...lookAtPair(plan, [rule, other], [position, further], days));
    }
    await othersFirst();
  }
  const sampled = ruleSet.rules.filter((_, position) => looked[position]?.whole === false);
  return [
    ...findings,
    ...uncoveredChoices(plan),
    ...unusedParameters(ruleSet),
    ...sampled.map(
      ({ id, title }): Finding => ({
        kind: 'sampled',
        severity: 'warning',
        rule: id,
        path: ['rules', ruleSet.rules.findIndex((rule) => rule.id === id), 'conditions'],
        message: `規則 ${id}「${title}」は条件の組合せが多いため、一部だけを調べました。`,
      }),
    ),
  ];
};
