import type { RuleSetFile } from '../ruleset.ts';
import { didYouMean, listed } from '../sentences.ts';
import { MAX_PROBLEMS, type MeaningProblem, problemsIn } from './problem.ts';

/** Examples that expect a rule there is none of, and rules that no example shows. */
export const exampleProblems = (file: RuleSetFile): MeaningProblem[] => {
  const ids = file.rules.map(({ id }) => id);
  const known = new Set(ids);
  const shown = new Set(file.examples.flatMap(({ expect }) => expect.rules));
  return [
    ...problemsIn(file.examples, ({ expect }, index) =>
      expect.rules
        .filter((id) => !known.has(id))
        .slice(0, MAX_PROBLEMS)
        .map((id) => ({
          path: ['examples', index, 'expect', 'rules'],
          message: `例が期待する規則「${id}」がありません。${didYouMean(id, ids)}書けるのは ${listed(ids)} です。`,
        })),
    ),
    ...file.rules.flatMap(({ id }, index) =>
      shown.has(id)
        ? []
        : [
            {
              path: ['rules', index, 'id'],
              message: `規則 ${id} が当たる例が1つもありません。examples に加えてください。`,
            },
          ],
    ),
  ];
};
