import type { RuleSetFile } from '../ruleset.ts';
import type { SituationKind } from '../situation.ts';
import { comparisonProblems } from './comparisons.ts';
import { exampleProblems } from './examples.ts';
import { factProblems } from './facts.ts';
import { effectiveProblems, parameterProblems } from './figures.ts';
import { messageProblems } from './messages.ts';
import { repeated, sourceProblems } from './names.ts';
import { outcomeProblems } from './outcome.ts';
import { type MeaningProblem, problemsIn } from './problem.ts';
import { referenceProblems } from './references.ts';
import { isComparison, nodesOf, rootsOf } from './tree.ts';

/**
 * Everything wrong with a rule file that has the right shape: names that lead nowhere, types that do not meet, figures out
 * of bounds, conditions that turn in circles. Whatever passes can be judged without an error for every situation.
 */
export const meaningProblems = (
  file: RuleSetFile,
  kind: SituationKind | undefined,
): readonly MeaningProblem[] => {
  const general = [
    ...effectiveProblems(file),
    ...repeated(file.sources, 'sources', '根拠の識別名'),
    ...repeated(file.rules, 'rules', '規則の識別名'),
    ...repeated(file.examples, 'examples', '例の識別名'),
    ...sourceProblems(file),
    ...parameterProblems(file),
    ...outcomeProblems(file, kind),
  ];
  if (file.outcome === null) return general;
  if (kind === undefined) {
    return [...general, { path: ['id'], message: `「${file.id}」という判定の事案は登録されていません。` }];
  }
  const comparisons = rootsOf(file).flatMap(nodesOf).filter(isComparison);
  return [
    ...general,
    ...referenceProblems(file),
    ...factProblems(file, kind, comparisons),
    ...problemsIn(comparisons, (comparison) => comparisonProblems(file, kind, comparison)),
    ...messageProblems(file, kind),
    ...exampleProblems(file),
  ];
};
