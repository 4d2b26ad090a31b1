import { type OutcomePolicy, own, type RuleSetFile } from '../ruleset.ts';
import type { SituationKind } from '../situation.ts';
import type { MeaningProblem } from './problem.ts';

/** What a rule closes is written exactly where the outcome is about closing. */
const effectProblems = ({ rules }: RuleSetFile, { policy }: OutcomePolicy): MeaningProblem[] =>
  rules.flatMap(({ id, deny, closes }, index): MeaningProblem[] => {
    if (policy === 'deny') {
      return deny === undefined
        ? [{ path: ['rules', index], message: `規則 ${id} に閉じる機能(deny)がありません。` }]
        : [];
    }
    return deny === undefined && closes === undefined
      ? []
      : [
          {
            path: ['rules', index],
            message: `規則 ${id} の閉じる機能(deny・closes)は、結論の決め方が deny のときだけ書けます。`,
          },
        ];
  });

/** An outcome that does not fit what the rules say, or what the situation has. */
export const outcomeProblems = (file: RuleSetFile, kind: SituationKind | undefined): MeaningProblem[] => {
  const { outcome, parameters } = file;
  if (outcome === null) {
    const filled = [
      ...(['rules', 'examples'] as const).filter((name) => file[name].length > 0),
      ...(['facts', 'sharedConditions'] as const).filter((name) => Object.keys(file[name]).length > 0),
      ...(file.appliesWhen ? ['appliesWhen'] : []),
    ];
    return filled.map((name) => ({
      path: [name],
      message: `結論のない(outcome が null の)ファイルには数値だけを書けます。${name} は空にしてください。`,
    }));
  }
  const problems: MeaningProblem[] = [];
  if (file.rules.length === 0) {
    problems.push({
      path: ['rules'],
      message: '規則がありません。数値だけのファイルなら outcome を null にしてください。',
    });
  }
  if ((file.appliesWhen === undefined) !== (outcome.whenNotApplicable === undefined)) {
    problems.push({
      path: ['outcome'],
      message:
        '対象となる条件(appliesWhen)と対象外のときの結論(whenNotApplicable)は、両方書くか両方省いてください。',
    });
  }
  problems.push(...effectProblems(file, outcome));
  for (const [index, rule] of file.rules.entries()) {
    if ((outcome.policy === 'severity') !== (rule.severity !== undefined)) {
      problems.push({
        path: ['rules', index],
        message:
          outcome.policy === 'severity'
            ? `規則 ${rule.id} に重さ(severity)がありません。error か warning を書いてください。`
            : `規則 ${rule.id} の重さ(severity)は、結論の決め方が severity のときだけ書けます。`,
      });
    }
  }
  if (outcome.dueDate !== undefined) {
    const parameter = own(parameters, outcome.dueDate.parameter);
    if (parameter?.type !== 'integer' || parameter.unit !== 'days') {
      problems.push({
        path: ['outcome', 'dueDate', 'parameter'],
        message: `期限日の日数には、parameters にある単位 days の数値の名前を書いてください。いまは「${outcome.dueDate.parameter}」です。`,
      });
    }
    if (kind && !kind.hasCalendar) {
      problems.push({
        path: ['outcome', 'dueDate'],
        message: 'この判定の事案には開庁日の暦がないため、期限日を出せません。',
      });
    }
  }
  return problems;
};
