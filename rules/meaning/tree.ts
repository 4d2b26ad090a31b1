import type { JSONPath } from 'jsonc-parser';
import type { Comparison, Condition, RuleSetFile } from '../ruleset.ts';

/** A part of a rule file with its path. */
export type Placed<Item> = { path: JSONPath; item: Item };

/** The conditions directly under one, each with the path from it. */
export const childrenOf = (condition: Condition): Placed<Condition>[] => {
  if ('all' in condition) return condition.all.map((item, index) => ({ path: ['all', index], item }));
  if ('any' in condition) return condition.any.map((item, index) => ({ path: ['any', index], item }));
  if ('not' in condition) return [{ path: ['not'], item: condition.not }];
  return [];
};

/** Every node of a condition tree with its path, references not followed. */
export const nodesOf = ({ path, item }: Placed<Condition>): Placed<Condition>[] => [
  { path, item },
  ...childrenOf(item).flatMap((child) => nodesOf({ path: [...path, ...child.path], item: child.item })),
];

/** Whether a node compares a fact, and has nothing under it. */
export const isComparison = (placed: Placed<Condition>): placed is Placed<Comparison> =>
  'fact' in placed.item;

/** Every condition tree of the file: scope, shared conditions, rules. */
export const rootsOf = (file: RuleSetFile): Placed<Condition>[] => [
  ...(file.appliesWhen ? [{ path: ['appliesWhen'], item: file.appliesWhen }] : []),
  ...Object.entries(file.sharedConditions).map(([name, shared]) => ({
    path: ['sharedConditions', name, 'conditions'],
    item: shared.conditions,
  })),
  ...file.rules.map((rule, index) => ({ path: ['rules', index, 'conditions'], item: rule.conditions })),
];
