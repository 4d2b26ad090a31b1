import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Finding } from '#app/domain/ruleComparison.ts';
import type { Plan, PlannedRule } from '#rules/compile/plan.ts';
import type { Rule } from '#rules/ruleset.ts';
import { comparisonsOf, factsIn } from './boundaries.ts';
import { scopeOf, within } from './rule.ts';
import { butNot, isNowhere, tableOf } from './table.ts';

/** Situations drawn to see at once that two rules part, and tried to be certain that they do not. */
const FIRST_LOOK = 512;
const MAX_SITUATIONS = 60_000;

const factNames = (plan: Plan, { condition }: PlannedRule): ReadonlySet<string> =>
  new Set(
    comparisonsOf(plan, condition)
      .flatMap(factsIn)
      .map(({ name }) => name),
  );

/** Whether everything the one rule brings about is brought about by the other as well. */
const bringsNothingMore = (one: Rule, other: Rule): boolean =>
  (one.severity !== 'error' || other.severity === 'error') &&
  (one.closes !== true || other.closes === true) &&
  (one.deny ?? []).every((feature) => other.deny?.includes(feature));

type Relation = { implies: boolean; implied: boolean };

const relationOf = (
  plan: Plan,
  [one, other]: readonly [PlannedRule, PlannedRule],
  days: readonly CalendarDate[],
  limit: number,
): Relation & { whole: boolean } => {
  let relation: Relation = { implies: true, implied: true };
  let whole = true;
  for (const asOf of days) {
    const table = tableOf(plan, [...scopeOf(plan), one.condition, other.condition], asOf, limit);
    const [first, second] = [one, other].map(({ condition }) =>
      within(table, plan, table.truthOf(condition)),
    );
    if (first === undefined || second === undefined) throw new Error('two rules have two truths');
    relation = {
      implies: relation.implies && isNowhere(butNot(first, second)),
      implied: relation.implied && isNowhere(butNot(second, first)),
    };
    whole &&= table.whole;
    if (!relation.implies && !relation.implied) break;
  }
  return { ...relation, whole };
};

/**
 * What two rules that fire sometimes say beside each other: the same, or one of them never without the other. Rules that
 * look at no common fact are independent of each other.
 */
export const lookAtPair = (
  plan: Plan,
  rules: readonly [Rule, Rule],
  positions: readonly [number, number],
  days: readonly CalendarDate[],
): readonly Finding[] => {
  const [one, other] = rules;
  const [first, second] = positions.map((position) => plan.rules[position]);
  if (first === undefined || second === undefined) return [];
  const seen = factNames(plan, first);
  if (![...factNames(plan, second)].some((name) => seen.has(name))) return [];

  const glance = relationOf(plan, [first, second], days, FIRST_LOOK);
  if (!glance.implies && !glance.implied) return [];
  const { implies, implied, whole } = glance.whole
    ? glance
    : relationOf(plan, [first, second], days, MAX_SITUATIONS);
  if (!whole) return [];
  const called = ({ id, title }: Rule): string => `規則 ${id}「${title}」`;
  if (implies && implied)
    return [
      {
        kind: 'duplicate',
        severity: 'warning',
        rule: other.id,
        other: one.id,
        path: ['rules', positions[1], 'conditions'],
        message: `${called(other)}は、${called(one)}と同じ事案に当たります。どちらかを消すか、条件を書き分けてください。`,
      },
    ];
  const [narrow, wide, position] = implies
    ? ([one, other, positions[0]] as const)
    : ([other, one, positions[1]] as const);
  if ((!implies && !implied) || !bringsNothingMore(narrow, wide)) return [];
  return [
    {
      kind: 'implied',
      severity: 'warning',
      rule: narrow.id,
      other: wide.id,
      path: ['rules', position, 'conditions'],
      message: `${called(narrow)}が当たるときは、必ず${called(wide)}も当たります。${narrow.id}だけが理由になることはありません。条件が狭すぎないか、確かめてください。`,
    },
  ];
};
