import type { JSONPath } from 'jsonc-parser';
import { isCalendarDate } from '#app/domain/calendar.ts';
import type { FactDescription, FactType } from './facts.ts';
import { formats, type Hole, holesOf } from './message.ts';
import { operatorsByType } from './operators.ts';
import {
  COUNT_BEFORE,
  type Comparison,
  type Condition,
  type FactReference,
  isReference,
  type OutcomePolicy,
  own,
  type Parameter,
  periodOf,
  type RuleSetFile,
} from './ruleset.ts';
import { didYouMean, listed } from './sentences.ts';
import type { SituationKind } from './situation.ts';

/** Something the schema cannot see; `name` points at a property's name instead of its value. */
export type MeaningProblem = { path: JSONPath; name?: string; message: string };

/** Comparisons one rule file may come to once its shared conditions are written out. */
const MAX_COMPARISONS = 2000;

/** Reported at most; a file with more is not looked at further, since finding near names for all of them takes long. */
const MAX_PROBLEMS = 100;

const problemsIn = <Item>(
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

type Placed<Item> = { path: JSONPath; item: Item };

const childrenOf = (condition: Condition): Placed<Condition>[] => {
  if ('all' in condition) return condition.all.map((item, index) => ({ path: ['all', index], item }));
  if ('any' in condition) return condition.any.map((item, index) => ({ path: ['any', index], item }));
  if ('not' in condition) return [{ path: ['not'], item: condition.not }];
  return [];
};

/** Every node of a condition tree with its path, references not followed. */
const nodesOf = ({ path, item }: Placed<Condition>): Placed<Condition>[] => [
  { path, item },
  ...childrenOf(item).flatMap((child) => nodesOf({ path: [...path, ...child.path], item: child.item })),
];

const isComparison = (placed: Placed<Condition>): placed is Placed<Comparison> => 'fact' in placed.item;

const rootsOf = (file: RuleSetFile): Placed<Condition>[] => [
  ...(file.appliesWhen ? [{ path: ['appliesWhen'], item: file.appliesWhen }] : []),
  ...Object.entries(file.sharedConditions).map(([name, shared]) => ({
    path: ['sharedConditions', name, 'conditions'],
    item: shared.conditions,
  })),
  ...file.rules.map((rule, index) => ({ path: ['rules', index, 'conditions'], item: rule.conditions })),
];

const repeated = (items: readonly { id: string }[], where: string, what: string): MeaningProblem[] => {
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

const sourceProblems = (file: RuleSetFile): MeaningProblem[] => {
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

const parameterProblems = (file: RuleSetFile): MeaningProblem[] =>
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

const effectiveProblems = ({ effective: { from, to } }: RuleSetFile): MeaningProblem[] =>
  to !== null && to < from
    ? [{ path: ['effective', 'to'], message: `適用終了日 ${to} が適用開始日 ${from} より前です。` }]
    : [];

const outcomeProblems = (file: RuleSetFile, kind: SituationKind | undefined): MeaningProblem[] => {
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

/** Shared conditions that do not exist, that refer to themselves, that nobody uses, or that grow without measure. */
const referenceProblems = (file: RuleSetFile): MeaningProblem[] => {
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

/** What stands on the right of a comparison: its type, and its choices where it has some. */
type RightSide = { type: FactType; choices?: FactDescription['choices'] } | { message: string };

const unknownFact = (name: string, known: readonly string[]): string =>
  `事実「${name}」は登録されていません。${didYouMean(name, known)}書けるのは ${listed(known)} です。`;

const BUILT_IN = ['date.asOf', 'date.asOfMinus'];

const referenced = (file: RuleSetFile, kind: SituationKind, reference: FactReference): RightSide => {
  const { fact, params } = reference;
  const parameterNames = Object.keys(file.parameters);
  const missing = (name: string): RightSide => ({
    message: `数値「${name}」が parameters にありません。${didYouMean(name, parameterNames)}書けるのは ${listed(parameterNames)} です。`,
  });
  if (fact === 'date.asOfMinus') {
    if (params === undefined)
      return {
        message: 'date.asOfMinus には、さかのぼる期間の名前を params の parameter に書いてください。',
      };
    const parameter: Parameter | undefined = own(file.parameters, params.parameter);
    if (parameter === undefined) return missing(params.parameter);
    return periodOf(parameter)
      ? { type: 'date' }
      : {
          message: `「${parameter.label}」は期間ではありません。単位が days・weeks・months・years の数値を書いてください。`,
        };
  }
  if (params !== undefined)
    return { message: `params は date.asOfMinus にだけ書けます。${fact} からは消してください。` };
  if (fact === 'date.asOf') return { type: 'date' };
  if (fact.startsWith('param.')) {
    const parameter = own(file.parameters, fact.slice('param.'.length));
    return parameter ? { type: parameter.type } : missing(fact.slice('param.'.length));
  }
  const known = kind.facts.get(fact);
  if (known === undefined) {
    return { message: unknownFact(fact, [...kind.facts.keys(), ...BUILT_IN]) };
  }
  return known.whenNull === undefined
    ? known
    : { message: `「${known.label}」(${fact})は空のことがあるため、比べる相手にはできません。` };
};

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

const comparisonProblems = (
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

const factProblems = (
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

/** Whether what a hole of that name holds counts minutes. */
const countsMinutes = (file: RuleSetFile, kind: SituationKind, name: string): boolean => {
  const parameter = name.startsWith('param.') ? own(file.parameters, name.slice('param.'.length)) : undefined;
  return (parameter?.type === 'integer' ? parameter.unit : kind.facts.get(name)?.unit) === 'minutes';
};

const messageProblems = (file: RuleSetFile, kind: SituationKind): MeaningProblem[] => {
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

const exampleProblems = (file: RuleSetFile): MeaningProblem[] => {
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
