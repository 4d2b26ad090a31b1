import type { ConditionInWords, DescribedRule } from '#app/domain/explanation.ts';
import type { FieldChange } from '#app/domain/ruleComparison.ts';
import type { RuleSource } from '#app/domain/verdict.ts';
import { describeRuleSet, describeSituations, inWords } from './describe.ts';
import { japaneseDate } from './message.ts';
import { own, type Parameter, type Rule, type RuleSet } from './ruleset.ts';
import { situationKind } from './situations/index.ts';
import { parameterValue, speakerOf } from './wording.ts';

type Lines = readonly string[] | null;
type Codes = FieldChange['codes'];
type Field = { field: string; lines: Lines; codes?: Codes };

const textOf = (text: string | null | undefined): Lines =>
  text === null || text === undefined ? null : [text];

/** A condition line by line, as far in as it is nested. */
export const conditionLines = (condition: ConditionInWords, depth = 0): readonly string[] => {
  const indent = '　'.repeat(depth);
  const title = condition.title === undefined ? '' : `${condition.title}：`;
  if (condition.kind === 'comparison')
    return [`${indent}${title}${condition.subject}が${condition.predicate}`];
  const parts = condition.kind === 'not' ? [condition.part] : condition.parts;
  const [only] = parts;
  if (condition.kind !== 'not' && parts.length === 1 && title === '' && only)
    return conditionLines(only, depth);
  const head = { all: 'すべてを満たす', any: 'どれか1つを満たす', not: '次を満たさない' }[condition.kind];
  return [`${indent}${title}${head}`, ...parts.flatMap((part) => conditionLines(part, depth + 1))];
};

const quoteLines = ({ document, quote, interpretation }: RuleSource): readonly string[] => [
  `「${quote}」`,
  `— ${document}`,
  ...(interpretation === undefined ? [] : [`読み方：${interpretation}`]),
];

/** Fields of one part beside each other, only those that differ; a part that is on one side only has every field. */
const differing = (
  part: string,
  before: readonly Field[],
  after: readonly Field[],
): readonly FieldChange[] => {
  const names = [...new Set([...before, ...after].map(({ field }) => field))];
  return names.flatMap((field) => {
    const old = before.find((one) => one.field === field);
    const now = after.find((one) => one.field === field);
    const [was, is] = [old?.lines ?? null, now?.lines ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const codes = now?.codes ?? old?.codes;
    return [{ part, field, before: was, after: is, ...(codes !== undefined && { codes }) }];
  });
};

/** Things with a name, those of the older version first where they stand, new ones after them. */
const named = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly string[] => [...new Set([...Object.keys(before), ...Object.keys(after)])];

const aboutFields = ({ title, summary, owner, effective }: RuleSet): readonly Field[] => [
  { field: '題名', lines: [title] },
  { field: '概要', lines: [summary] },
  { field: '所管', lines: [owner] },
  { field: '適用開始日', lines: [japaneseDate(effective.from)] },
  { field: '適用終了日', lines: [effective.to === null ? '定めなし' : japaneseDate(effective.to)] },
];

const scopeFields = (ruleSet: RuleSet): readonly Field[] => {
  const { appliesWhen } = describeRuleSet(ruleSet);
  return [{ field: '条件', lines: appliesWhen && conditionLines(appliesWhen) }];
};

const parameterFields = (ruleSet: RuleSet, parameter: Parameter | undefined): readonly Field[] => {
  if (parameter === undefined) return [];
  const source = ruleSet.sources.find(({ id }) => id === parameter.source);
  const bound = (value: string | number): string => parameterValue({ ...parameter, value } as Parameter);
  return [
    { field: '項目', lines: [parameter.label] },
    { field: '値', lines: [bound(parameter.value)] },
    { field: '変えられる範囲', lines: [`${bound(parameter.min)}から${bound(parameter.max)}まで`] },
    { field: '根拠', lines: source ? quoteLines(source) : null },
  ];
};

/** A rule as its file writes it, so that a changed figure is shown once, with the figures, and not in every sentence. */
const ruleFields = (rule: Rule | undefined, described: DescribedRule | undefined): readonly Field[] => {
  if (rule === undefined || described === undefined) return [];
  return [
    { field: '題名', lines: [described.title] },
    { field: '根拠', lines: quoteLines(described.source) },
    { field: '条件', lines: conditionLines(described.condition) },
    { field: '伝える文', lines: [described.message] },
    { field: '重さ', lines: textOf(described.severity), codes: 'severity' },
    { field: '閉じる機能', lines: described.deny.length === 0 ? null : described.deny, codes: 'feature' },
    { field: '全体を閉じる', lines: rule.closes ? ['はい'] : null },
    { field: '示す入力欄', lines: rule.fields ?? null },
  ];
};

/** Words that differ only by a figure are those of one and the same text in the file. */
const sameInFile = (field: string, before: Rule, after: Rule): boolean =>
  (field === '条件' && JSON.stringify(before.conditions) === JSON.stringify(after.conditions)) ||
  (field === '伝える文' && before.message === after.message);

const byId = <Item extends { id: string }>(items: readonly Item[]): Readonly<Record<string, Item>> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

const ruleChanges = (before: RuleSet, after: RuleSet): readonly FieldChange[] => {
  const [old, now] = [byId(before.rules), byId(after.rules)];
  const [oldWords, newWords] = [before, after].map((ruleSet) =>
    Object.fromEntries(describeRuleSet(ruleSet).rules.map((rule) => [rule.rule, rule])),
  );
  return named(old, now).flatMap((id) => {
    const [was, is] = [own(old, id), own(now, id)];
    const part = `規則 ${id} ${(is ?? was)?.title ?? ''}`;
    return differing(
      part,
      ruleFields(was, own(oldWords ?? {}, id)),
      ruleFields(is, own(newWords ?? {}, id)),
    ).filter(({ field }) => was === undefined || is === undefined || !sameInFile(field, was, is));
  });
};

const orderChange = (before: RuleSet, after: RuleSet): readonly FieldChange[] => {
  const kept = ({ rules }: RuleSet, other: RuleSet): readonly string[] =>
    rules.map(({ id }) => id).filter((id) => other.rules.some((rule) => rule.id === id));
  return differing(
    '規則の並び',
    [{ field: '順番', lines: [kept(before, after).join('、')] }],
    [{ field: '順番', lines: [kept(after, before).join('、')] }],
  );
};

const sharedFields = (ruleSet: RuleSet, name: string): readonly Field[] => {
  const shared = own(ruleSet.sharedConditions, name);
  const kind = situationKind(ruleSet.id);
  if (shared === undefined || kind === undefined) return [];
  return [
    { field: '題名', lines: [shared.title] },
    { field: '条件', lines: conditionLines(inWords(ruleSet, speakerOf(ruleSet, kind), shared.conditions)) },
  ];
};

const sharedChanges = (before: RuleSet, after: RuleSet): readonly FieldChange[] =>
  named(before.sharedConditions, after.sharedConditions).flatMap((name) => {
    const [was, is] = [own(before.sharedConditions, name), own(after.sharedConditions, name)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return differing(
      `共通の条件 ${(is ?? was)?.title ?? name}`,
      sharedFields(before, name),
      sharedFields(after, name),
    );
  });

const outcomeWords: Readonly<Record<string, string>> = {
  whenAny: '当たる規則があるとき',
  whenError: 'エラーの規則が当たるとき',
  whenWarning: '確認の規則だけが当たるとき',
  whenClosed: '全体を閉じる規則が当たるとき',
  whenDenied: '一部を閉じる規則だけが当たるとき',
  whenNone: 'どの規則も当たらないとき',
  whenNotApplicable: '対象外のとき',
};

const outcomeFields = ({ outcome, parameters, sources }: RuleSet): readonly Field[] => {
  if (outcome === null) return [];
  const { dueDate, policy: _, ...outcomes } = outcome;
  const source = sources.find(({ id }) => id === dueDate?.source);
  const days = dueDate && own(parameters, dueDate.parameter);
  return [
    ...Object.entries(outcomes).map(
      ([name, code]): Field => ({ field: outcomeWords[name] ?? name, lines: [code], codes: 'outcome' }),
    ),
    { field: '期限日を出す結論', lines: textOf(dueDate?.when), codes: 'outcome' },
    { field: '期限日の日数', lines: textOf(days?.label) },
    { field: '期限日の根拠', lines: source ? quoteLines(source) : null },
  ];
};

const exampleChanges = (before: RuleSet, after: RuleSet): readonly FieldChange[] => {
  const [old, now] = [byId(before.examples), byId(after.examples)];
  const [oldCases, newCases] = [describeSituations(before), describeSituations(after)];
  const fields = (ruleSet: RuleSet, cases: typeof oldCases, id: string): readonly Field[] => {
    const example = ruleSet.examples.find((one) => one.id === id);
    if (example === undefined) return [];
    const { outcome, rules, deny, dueDate } = example.expect;
    return [
      { field: '題名', lines: [example.title] },
      { field: '事案', lines: own(cases, id)?.map(({ label, value }) => `${label}：${value}`) ?? null },
      { field: '結論', lines: [outcome], codes: 'outcome' },
      { field: '当たる規則', lines: [rules.join('、') || 'なし'] },
      { field: '閉じる機能', lines: deny ?? null, codes: 'feature' },
      { field: '期限日', lines: dueDate === undefined ? null : [japaneseDate(dueDate)] },
    ];
  };
  return named(old, now).flatMap((id) =>
    differing(
      `例 ${(own(now, id) ?? own(old, id))?.title ?? id}`,
      fields(before, oldCases, id),
      fields(after, newCases, id),
    ),
  );
};

/**
 * 新旧対照: every field that differs between two versions of one rule set, in the order in which a page shows them. What
 * is not there on a side is null. A changed figure is shown with the figures only, although sentences speak it.
 */
export const compareRuleSets = (before: RuleSet, after: RuleSet): readonly FieldChange[] => [
  ...differing('この規則について', aboutFields(before), aboutFields(after)),
  ...(JSON.stringify(before.appliesWhen) === JSON.stringify(after.appliesWhen)
    ? []
    : differing('対象', scopeFields(before), scopeFields(after))),
  ...named(before.parameters, after.parameters).flatMap((name) => {
    const [was, is] = [own(before.parameters, name), own(after.parameters, name)];
    return differing(
      `数値 ${(is ?? was)?.label ?? name}`,
      parameterFields(before, was),
      parameterFields(after, is),
    );
  }),
  ...ruleChanges(before, after),
  ...orderChange(before, after),
  ...sharedChanges(before, after),
  ...differing('結論', outcomeFields(before), outcomeFields(after)),
  ...exampleChanges(before, after),
];
