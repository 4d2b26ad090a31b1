import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Finding } from '#app/domain/ruleComparison.ts';
import type { Plan, Planned } from '#rules/compile/plan.ts';
import type { Rule } from '#rules/ruleset.ts';
import { nodesOf, type PlacedNode, partsOf } from './nodes.ts';
import { both, butNot, isNowhere, isSame, type SituationTable, type Truth, tableOf } from './table.ts';
import type { Words } from './words.ts';

/** Situations tried for one rule at most. */
const MAX_SITUATIONS = 200_000;

export const scopeOf = ({ appliesWhen }: Plan): readonly Planned[] =>
  appliesWhen === null ? [] : [appliesWhen];

/** Where a condition holds among the situations the rule set is about. */
export const within = (table: SituationTable, { appliesWhen }: Plan, truth: Truth): Truth =>
  appliesWhen === null ? truth : both(truth, table.truthOf(appliesWhen));

/** Conditions of one group that are written twice; only the second is pointed at. */
const repeatedIn = (node: PlacedNode, rule: Rule, words: Words): readonly Finding[] => {
  if (node.planned.kind !== 'all' && node.planned.kind !== 'any') return [];
  const seen = new Set<string>();
  return partsOf(node).flatMap(({ path, condition }): readonly Finding[] => {
    const text = JSON.stringify(condition);
    const again = seen.has(text);
    seen.add(text);
    const message = `規則 ${rule.id}「${rule.title}」の同じかっこの中に、条件「${words(condition)}」が2回書かれています。どちらかが別の条件の書き間違いではないか、確かめてください。`;
    return again ? [{ kind: 'repeated', severity: 'warning', rule: rule.id, path, message }] : [];
  });
};

/** Two conditions of a group that never hold together, or null where it takes more of them. */
const clashIn = (
  tables: readonly SituationTable[],
  node: PlacedNode,
): readonly [PlacedNode, PlacedNode] | null => {
  const parts = partsOf(node);
  for (const [index, one] of parts.entries())
    for (const other of parts.slice(index + 1))
      if (tables.every((table) => isNowhere(both(table.truthOf(one.planned), table.truthOf(other.planned)))))
        return [one, other];
  return null;
};

/** Groups that hold nowhere though each part of them holds somewhere. */
const contradictions = (tables: readonly SituationTable[], root: PlacedNode): readonly PlacedNode[] => {
  const never = ({ planned }: PlacedNode): boolean =>
    tables.every((table) => isNowhere(table.truthOf(planned)));
  return nodesOf(root).filter(
    (node) => node.planned.kind === 'all' && never(node) && !partsOf(node).some((part) => never(part)),
  );
};

/** Comparisons without which the rule fires in the very same situations. */
const idle = (tables: readonly SituationTable[], root: PlacedNode): readonly PlacedNode[] =>
  nodesOf(root).filter(({ planned }) => {
    if (planned === root.planned || (planned.kind !== 'comparison' && planned.kind !== 'shared'))
      return false;
    return [true, false].some((answer) =>
      tables.every((table) =>
        isSame(table.truthOf(root.planned, new Map([[planned, answer]])), table.truthOf(root.planned)),
      ),
    );
  });

export type LookedAtRule = {
  findings: readonly Finding[];
  fires: 'never' | 'always' | 'sometimes';
  whole: boolean;
};

/** What one rule says by itself, on each of the days of judgement. */
export const lookAtRule = (
  plan: Plan,
  rule: Rule,
  root: PlacedNode,
  days: readonly CalendarDate[],
  words: Words,
): LookedAtRule => {
  const about = { rule: rule.id, path: root.path };
  const name = `規則 ${rule.id}「${rule.title}」`;
  const tables = days.map((asOf) => tableOf(plan, [...scopeOf(plan), root.planned], asOf, MAX_SITUATIONS));
  const whole = tables.every((table) => table.whole);
  const repeated = nodesOf(root).flatMap((node) => repeatedIn(node, rule, words));
  const firesIn = (table: SituationTable): Truth => within(table, plan, table.truthOf(root.planned));
  const scopeIn = (table: SituationTable): Truth =>
    within(table, plan, table.truthOf({ kind: 'all', parts: [] }));
  const never = tables.every((table) => isNowhere(firesIn(table)));
  const always = tables.every((table) => isNowhere(butNot(scopeIn(table), firesIn(table))));
  const clashes = whole ? contradictions(tables, root) : [];
  const said = clashes.map((node): Finding => {
    const pair = clashIn(tables, node);
    const parts = (pair ?? partsOf(node)).map(({ condition }) => `「${words(condition)}」`).join('と');
    return {
      kind: 'contradiction',
      severity: never ? 'error' : 'warning',
      rule: rule.id,
      path: (pair?.[1] ?? node).path,
      message: `${name}の${parts}は、同時には成り立ちません。値か比べ方を確かめてください。${never ? '' : 'いまは、この部分がなくても規則の働きは変わりません。'}`,
    };
  });
  if (never) {
    const message = whole
      ? `${name}が当たる事案がありません。条件を満たす組合せがあるか確かめてください。`
      : `${name}が当たる事案は見つからなかった（組合せが多いため、一部だけを調べました）。条件を満たす組合せがあるか確かめてください。`;
    const finding: Finding = {
      kind: 'never-fires',
      severity: whole ? 'error' : 'warning',
      ...about,
      message,
    };
    return { findings: [finding, ...said, ...repeated], fires: 'never', whole };
  }
  if (always) {
    const message = whole
      ? `${name}は、どの事案にも当たります。条件が書き足りないか、比べ方が逆ではないか、確かめてください。`
      : `${name}が当たらない事案は見つからなかった（組合せが多いため、一部だけを調べました）。条件が書き足りないか、比べ方が逆ではないか、確かめてください。`;
    const finding: Finding = {
      kind: 'always-fires',
      severity: whole ? 'error' : 'warning',
      ...about,
      message,
    };
    return { findings: [finding, ...repeated], fires: 'always', whole };
  }
  const covered = (path: PlacedNode['path']): boolean =>
    [...repeated, ...said].some((finding) => path.join().startsWith(finding.path.join()));
  const withoutEffect = (whole ? idle(tables, root) : [])
    .filter(({ path }) => !clashes.some((clash) => path.join().startsWith(clash.path.join())))
    .filter(({ path }) => !covered(path));
  const twins = new Set(repeated.map(({ path }) => JSON.stringify(conditionAt(root, path))));
  return {
    findings: [
      ...said,
      ...repeated,
      ...withoutEffect
        .filter(({ condition }) => !twins.has(JSON.stringify(condition)))
        .map(
          ({ path, condition }): Finding => ({
            kind: 'no-effect',
            severity: 'warning',
            rule: rule.id,
            path,
            message: `${name}の条件「${words(condition)}」は、あってもなくても結果が変わりません。ほかの条件と重なっていないか、値の書き間違いではないか、確かめてください。`,
          }),
        ),
    ],
    fires: 'sometimes',
    whole,
  };
};

const conditionAt = (root: PlacedNode, path: Finding['path']): unknown =>
  nodesOf(root).find((node) => node.path.join() === path.join())?.condition;
