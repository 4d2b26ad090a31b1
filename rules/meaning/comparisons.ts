import { isCalendarDate } from '#app/domain/calendar.ts';
import type { FactDescription, FactType } from '../facts.ts';
import { operatorsByType } from '../operators.ts';
import { COUNT_BEFORE, type Comparison, isReference, type RuleSetFile } from '../ruleset.ts';
import { didYouMean } from '../sentences.ts';
import type { SituationKind } from '../situation.ts';
import { type MeaningProblem, unknownFact } from './problem.ts';
import { referenced } from './rightSide.ts';
import type { Placed } from './tree.ts';

const wordsFor: Readonly<Record<FactType, string>> = {
  boolean: 'true か false',
  integer: '整数',
  date: '実在する日付(例: 2026-11-24)',
  enum: '決められた語',
  enumList: '決められた語',
  dateList: '日付の並び',
};

const COUNT: FactDescription = { type: 'integer', label: '期間が過ぎた件数', origin: COUNT_BEFORE };

const literalFits = (value: unknown, fact: FactDescription): boolean => {
  switch (fact.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isSafeInteger(value);
    case 'date':
      return isCalendarDate(value);
    default:
      return typeof value === 'string' && Object.hasOwn(fact.choices ?? {}, value);
  }
};

const valueProblem = (
  file: RuleSetFile,
  kind: SituationKind,
  comparison: Comparison,
  fact: FactDescription,
): string | null => {
  const { operator, value } = comparison;
  const choices = Object.keys(fact.choices ?? {});
  const allowed = choices.length > 0 ? `${choices.join('・')}のどれか` : wordsFor[fact.type];
  if (isReference(value)) {
    const right = referenced(file, kind, value);
    if ('message' in right) return right.message;
    const isOneOfList = operator === 'in' || operator === 'notIn';
    const wanted = isOneOfList ? 'enumList' : fact.type === 'enumList' ? 'enum' : fact.type;
    return right.type === wanted
      ? null
      : `「${fact.label}」は ${wanted} と比べます。「${value.fact}」は ${right.type} です。`;
  }
  if (operator === 'in' || operator === 'notIn') {
    if (!Array.isArray(value)) return `${operator} の相手は [ ] で並べて書いてください。`;
    const wrong = value.find((item) => !literalFits(item, fact));
    return wrong === undefined
      ? null
      : `「${fact.label}」に「${wrong}」という値はありません。${didYouMean(wrong, choices)}書けるのは ${allowed}です。`;
  }
  if (value === null) {
    if (operator !== 'equal' && operator !== 'notEqual')
      return 'null とは equal か notEqual で比べてください。';
    return fact.whenNull === undefined
      ? `「${fact.label}」は空になることがないため、null とは比べられません。`
      : null;
  }
  return literalFits(value, fact)
    ? null
    : `「${fact.label}」と比べる値は${allowed}で書いてください。いまは ${JSON.stringify(value)} です。${didYouMean(value, choices)}`;
};

/** A fact named on the left: known to the situation, and listed among the facts of the file. */
const namedFactProblems = (
  file: RuleSetFile,
  kind: SituationKind,
  { path, item: name }: Placed<string>,
): MeaningProblem[] => {
  const fact = kind.facts.get(name);
  if (fact === undefined) {
    return [{ path, message: unknownFact(name, [...kind.facts.keys(), COUNT_BEFORE]) }];
  }
  return Object.hasOwn(file.facts, name)
    ? []
    : [
        {
          path,
          message: `「${fact.label}」(${name})が使う事実(facts)に書かれていません。"${name}": "${fact.type}" を加えてください。`,
        },
      ];
};

/** `dates.countBefore` counts a dateList up to a period before the day of judgement. */
const countProblems = (
  file: RuleSetFile,
  kind: SituationKind,
  { path, item: { params } }: Placed<Comparison>,
): MeaningProblem[] => {
  if (params === undefined) {
    const message = `${COUNT_BEFORE} には、数える日付の並び(fact)と、さかのぼる期間(parameter)を params に書いてください。`;
    return [{ path, message }];
  }
  const period = referenced(file, kind, { fact: 'date.asOfMinus', params });
  const list = kind.facts.get(params.fact);
  return [
    ...namedFactProblems(file, kind, { path: [...path, 'params', 'fact'], item: params.fact }),
    ...(list === undefined || list.type === 'dateList'
      ? []
      : [
          {
            path: [...path, 'params', 'fact'],
            message: `「${list.label}」(${params.fact})は日付の並びではないため、数えられません。`,
          },
        ]),
    ...('message' in period ? [{ path: [...path, 'params', 'parameter'], message: period.message }] : []),
  ];
};

/** A comparison whose fact, operator and value do not meet. */
export const comparisonProblems = (
  file: RuleSetFile,
  kind: SituationKind,
  placed: Placed<Comparison>,
): MeaningProblem[] => {
  const { path, item } = placed;
  const counts = item.fact === COUNT_BEFORE;
  const problems = counts
    ? countProblems(file, kind, placed)
    : namedFactProblems(file, kind, { path: [...path, 'fact'], item: item.fact });
  if (!counts && item.params !== undefined) {
    const message = `params は ${COUNT_BEFORE} にだけ書けます。${item.fact} からは消してください。`;
    problems.push({ path: [...path, 'params'], message });
  }
  const fact = counts ? COUNT : kind.facts.get(item.fact);
  if (fact === undefined) return problems;
  if (fact.type === 'dateList') {
    const message = `「${fact.label}」(${item.fact})は日付の並びです。${COUNT_BEFORE} で数えてください。`;
    return [...problems, { path: [...path, 'fact'], message }];
  }
  if (!operatorsByType[fact.type].includes(item.operator)) {
    problems.push({
      path: [...path, 'operator'],
      message: `「${fact.label}」は ${item.operator} では比べられません。書けるのは ${operatorsByType[fact.type].join('・')} です。`,
    });
    return problems;
  }
  const message = valueProblem(file, kind, item, fact);
  if (message !== null) problems.push({ path: [...path, 'value'], message });
  return problems;
};
