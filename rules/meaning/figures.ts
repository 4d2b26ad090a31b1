import type { RuleSetFile } from '../ruleset.ts';
import type { MeaningProblem } from './problem.ts';

/** Figures out of their bounds. */
export const parameterProblems = (file: RuleSetFile): MeaningProblem[] =>
  Object.entries(file.parameters).flatMap(([name, { label, value, min, max }]) => {
    if (min > max) {
      return [
        {
          path: ['parameters', name, 'min'],
          message: `「${label}」の下限 ${min} が上限 ${max} を超えています。`,
        },
      ];
    }
    return value < min || value > max
      ? [
          {
            path: ['parameters', name, 'value'],
            message: `「${label}」は ${min} から ${max} までで書いてください。いまは ${value} です。`,
          },
        ]
      : [];
  });

/** A period of effect that ends before it begins. */
export const effectiveProblems = ({ effective: { from, to } }: RuleSetFile): MeaningProblem[] =>
  to !== null && to < from
    ? [{ path: ['effective', 'to'], message: `適用終了日 ${to} が適用開始日 ${from} より前です。` }]
    : [];
