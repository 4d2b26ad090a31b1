import type { JSONPath } from 'jsonc-parser';
import { didYouMean, listed } from '../sentences.ts';

/** Something the schema cannot see; `name` points at a property's name instead of its value. */
export type MeaningProblem = { path: JSONPath; name?: string; message: string };

/** Reported at most; a file with more is not looked at further, since finding near names for all of them takes long. */
export const MAX_PROBLEMS = 100;

/** The problems of the items in turn, up to the limit. */
export const problemsIn = <Item>(
  items: readonly Item[],
  problemsOf: (item: Item, index: number) => readonly MeaningProblem[],
): MeaningProblem[] => {
  const problems: MeaningProblem[] = [];
  for (const [index, item] of items.entries()) {
    if (problems.length >= MAX_PROBLEMS) break;
    problems.push(...problemsOf(item, index));
  }
  return problems;
};

/** What is said of a fact the catalogue does not have. */
export const unknownFact = (name: string, known: readonly string[]): string =>
  `事実「${name}」は登録されていません。${didYouMean(name, known)}書けるのは ${listed(known)} です。`;
