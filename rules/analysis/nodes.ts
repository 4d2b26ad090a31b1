import type { Plan, Planned } from '#rules/compile/plan.ts';
import type { Condition, RuleSet } from '#rules/ruleset.ts';

export type Path = readonly (string | number)[];

/** A node of a condition tree: as the file writes it, as it is resolved, and where it stands. */
export type PlacedNode = { path: Path; condition: Condition; planned: Planned };

/** What a node is made of; a reference to a shared condition is one piece. */
export const partsOf = ({ path, condition, planned }: PlacedNode): readonly PlacedNode[] => {
  if (planned.kind === 'not' && 'not' in condition)
    return [{ path: [...path, 'not'], condition: condition.not, planned: planned.part }];
  if (planned.kind !== 'all' && planned.kind !== 'any') return [];
  const conditions = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  return planned.parts.flatMap((part, index) => {
    const one = conditions[index];
    return one === undefined ? [] : [{ path: [...path, planned.kind, index], condition: one, planned: part }];
  });
};

/** The node and everything in it, from the outside in. */
export const nodesOf = (node: PlacedNode): readonly PlacedNode[] => [node, ...partsOf(node).flatMap(nodesOf)];

/** The conditions of the rule at that position of the file. */
export const ruleNode = ({ rules }: RuleSet, plan: Plan, position: number): PlacedNode => {
  const rule = rules[position];
  const planned = plan.rules[position];
  if (rule === undefined || planned === undefined) throw new Error(`no rule at ${position}`);
  return { path: ['rules', position, 'conditions'], condition: rule.conditions, planned: planned.condition };
};
