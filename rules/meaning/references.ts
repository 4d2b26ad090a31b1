import { type Condition, own, type RuleSetFile } from '../ruleset.ts';
import { didYouMean, listed } from '../sentences.ts';
import { MAX_PROBLEMS, type MeaningProblem } from './problem.ts';
import { childrenOf, type Placed, rootsOf } from './tree.ts';

/** Comparisons one rule file may come to once its shared conditions are written out. */
const MAX_COMPARISONS = 2000;

/** Shared conditions that do not exist, that refer to themselves, that nobody uses, or that grow without measure. */
export const referenceProblems = (file: RuleSetFile): MeaningProblem[] => {
  const problems: MeaningProblem[] = [];
  const sizes = new Map<string, number>();
  const names = Object.keys(file.sharedConditions);
  const used = new Set<string>();

  const sizeOf = ({ path, item }: Placed<Condition>, open: readonly string[]): number => {
    if (!('condition' in item)) {
      return childrenOf(item).reduce(
        (sum, child) => sum + sizeOf({ path: [...path, ...child.path], item: child.item }, open),
        1,
      );
    }
    const name = item.condition;
    used.add(name);
    const known = sizes.get(name);
    if (known !== undefined) return known;
    if (open.includes(name)) {
      problems.push({
        path: [...path, 'condition'],
        message: `共通の条件「${name}」が自分自身に戻っています(${[...open.slice(open.indexOf(name)), name].join(' → ')})。`,
      });
      return 1;
    }
    const shared = own(file.sharedConditions, name);
    if (shared === undefined) {
      if (problems.length >= MAX_PROBLEMS) return 1;
      problems.push({
        path: [...path, 'condition'],
        message: `共通の条件「${name}」がありません。${didYouMean(name, names)}書けるのは ${listed(names)} です。`,
      });
      return 1;
    }
    const target = { path: ['sharedConditions', name, 'conditions'], item: shared.conditions };
    const size = sizeOf(target, [...open, name]);
    sizes.set(name, size);
    return size;
  };

  const entries = rootsOf(file).filter(({ path }) => path[0] !== 'sharedConditions');
  const total = entries.reduce((sum, root) => sum + sizeOf(root, []), 0);
  if (total > MAX_COMPARISONS) {
    problems.push({
      path: ['rules'],
      message: `条件が多すぎます。共通の条件を展開して ${MAX_COMPARISONS} 個までにしてください。`,
    });
  }
  for (const name of names.filter((candidate) => !used.has(candidate))) {
    problems.push({
      path: ['sharedConditions'],
      name,
      message: `共通の条件「${name}」はどの規則からも使われていません。`,
    });
  }
  return problems;
};
