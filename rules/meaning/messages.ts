import { formats, type Hole, holesOf } from '../message.ts';
import { own, type RuleSetFile } from '../ruleset.ts';
import { didYouMean, listed } from '../sentences.ts';
import type { SituationKind } from '../situation.ts';
import { MAX_PROBLEMS, type MeaningProblem, problemsIn } from './problem.ts';

/** Whether what a hole of that name holds counts minutes. */
const countsMinutes = (file: RuleSetFile, kind: SituationKind, name: string): boolean => {
  const parameter = name.startsWith('param.') ? own(file.parameters, name.slice('param.'.length)) : undefined;
  return (parameter?.type === 'integer' ? parameter.unit : kind.facts.get(name)?.unit) === 'minutes';
};

/** Holes of messages that nothing fills, or not in that way. */
export const messageProblems = (file: RuleSetFile, kind: SituationKind): MeaningProblem[] => {
  const fillable = [
    ...Object.keys(file.facts),
    ...Object.keys(file.parameters).map((name) => `param.${name}`),
    'date.asOf',
  ];
  const problemOf = ({ name, format }: Hole): string | null => {
    if (!fillable.includes(name))
      return `伝える文の {{${name}}} に入れる値がありません。${didYouMean(name, fillable)}使えるのは ${listed(fillable)} です。`;
    if (format === null) return null;
    if (!formats.includes(format))
      return `伝える文の {{${name}|${format}}} の書き方がありません。${didYouMean(format, formats)}「|」の後ろに書けるのは ${listed(formats)} です。`;
    return countsMinutes(file, kind, name)
      ? null
      : `伝える文の {{${name}|${format}}} は分の数値ではありません。「|${format}」を消してください。`;
  };
  return problemsIn(file.rules, ({ message }, index) =>
    holesOf(message)
      .map(problemOf)
      .filter((problem) => problem !== null)
      .slice(0, MAX_PROBLEMS)
      .map((problem) => ({ path: ['rules', index, 'message'], message: problem })),
  );
};
