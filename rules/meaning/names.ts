import type { RuleSetFile } from '../ruleset.ts';
import { didYouMean, listed } from '../sentences.ts';
import { MAX_PROBLEMS, type MeaningProblem } from './problem.ts';
import type { Placed } from './tree.ts';

/** Names given twice in one list. */
export const repeated = (items: readonly { id: string }[], where: string, what: string): MeaningProblem[] => {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => {
    const again = seen.has(id);
    seen.add(id);
    return again
      ? [
          {
            path: [where, index, 'id'],
            message: `${what}「${id}」が2回使われています。別の名前にしてください。`,
          },
        ]
      : [];
  });
};

/** Sources that rules, figures and the due date name and nobody gives. */
export const sourceProblems = (file: RuleSetFile): MeaningProblem[] => {
  const known = file.sources.map(({ id }) => id);
  const named: Placed<string>[] = [
    ...file.rules.map(({ source }, index) => ({ path: ['rules', index, 'source'], item: source })),
    ...Object.entries(file.parameters).map(([name, { source }]) => ({
      path: ['parameters', name, 'source'],
      item: source,
    })),
    ...(file.outcome?.dueDate
      ? [{ path: ['outcome', 'dueDate', 'source'], item: file.outcome.dueDate.source }]
      : []),
  ];
  return named
    .filter(({ item }) => !known.includes(item))
    .slice(0, MAX_PROBLEMS)
    .map(({ path, item }) => ({
      path,
      message: `根拠「${item}」が sources にありません。${didYouMean(item, known)}書ける根拠は ${listed(known)} です。`,
    }));
};
