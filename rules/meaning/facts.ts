import { holesOf } from '../message.ts';
import { type Comparison, isReference, type RuleSetFile } from '../ruleset.ts';
import type { SituationKind } from '../situation.ts';
import { type MeaningProblem, problemsIn, unknownFact } from './problem.ts';
import type { Placed } from './tree.ts';

/** The facts the file lists: known to the situation, of their type, and looked at by some rule. */
export const factProblems = (
  file: RuleSetFile,
  kind: SituationKind,
  comparisons: readonly Placed<Comparison>[],
): MeaningProblem[] => {
  const used = new Set([
    ...comparisons.flatMap(({ item }) => [
      item.params?.fact ?? item.fact,
      isReference(item.value) ? item.value.fact : item.fact,
    ]),
    ...file.rules.flatMap(({ message }) => holesOf(message).map(({ name }) => name)),
  ]);
  return problemsIn(Object.entries(file.facts), ([name, type]) => {
    const fact = kind.facts.get(name);
    if (fact === undefined) {
      return [
        {
          path: ['facts'],
          name,
          message: unknownFact(name, [...kind.facts.keys()]),
        },
      ];
    }
    if (fact.type !== type) {
      return [
        {
          path: ['facts', name],
          message: `「${fact.label}」(${name})の型は ${fact.type} です。いまは ${type} です。`,
        },
      ];
    }
    if (fact.type === 'enumList' && fact.whenNull !== undefined) {
      return [
        {
          path: ['facts'],
          name,
          message: `「${fact.label}」(${name})は空のことがある並びのため、規則では使えません。空にならない事実を使ってください。`,
        },
      ];
    }
    return used.has(name)
      ? []
      : [{ path: ['facts'], name, message: `「${fact.label}」(${name})はどの規則からも使われていません。` }];
  });
};
