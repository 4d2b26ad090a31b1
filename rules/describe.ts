import type {
  ConditionInWords,
  DescribedFact,
  DescribedRule,
  DescribedRuleSet,
} from '#app/domain/explanation.ts';
import type { LabelledValue } from '#app/domain/ruleComparison.ts';
import type { FactValue } from '#app/domain/verdict.ts';
import type { FactDescription } from './facts.ts';
import { sourceOf } from './judge.ts';
import { filled, formatted, type Hole, japaneseDate, worded } from './message.ts';
import { type Condition, own, type Parameter, type RuleSet } from './ruleset.ts';
import { type ReadSituation, SituationError, type SituationKind } from './situation.ts';
import { situationKind } from './situations/index.ts';
import { parameterValue, type Speaker, speakerOf } from './wording.ts';

/** A condition in words, with nothing judged. */
export const inWords = (ruleSet: RuleSet, speaker: Speaker, condition: Condition): ConditionInWords => {
  const words = (part: Condition): ConditionInWords => inWords(ruleSet, speaker, part);
  if ('all' in condition) return { kind: 'all', holds: null, parts: condition.all.map(words) };
  if ('any' in condition) return { kind: 'any', holds: null, parts: condition.any.map(words) };
  if ('not' in condition) return { kind: 'not', holds: null, part: words(condition.not) };
  if ('condition' in condition) {
    const shared = own(ruleSet.sharedConditions, condition.condition);
    if (shared === undefined) throw new Error(`${ruleSet.id} has no shared condition ${condition.condition}`);
    return { ...words(shared.conditions), title: shared.title };
  }
  return {
    kind: 'comparison',
    holds: null,
    subject: speaker.subject(condition),
    value: null,
    predicate: speaker.predicate(condition),
  };
};

const boundsOf = (parameter: Parameter): string =>
  parameter.type === 'date'
    ? `${japaneseDate(parameter.min)}から${japaneseDate(parameter.max)}まで`
    : `${parameterValue({ ...parameter, value: parameter.min })}から${parameterValue({ ...parameter, value: parameter.max })}まで`;

/** A rule set in force as people read it: sentence by sentence with its quote, figures with units, examples. */
export const describeRuleSet = (ruleSet: RuleSet): DescribedRuleSet => {
  const { id, title, summary, version, owner, effective, parameters, examples } = ruleSet;
  const kind = situationKind(id);
  const speaker = kind && speakerOf(ruleSet, kind);
  const holeWord = ({ name, format }: Hole): string => {
    if (name === 'date.asOf') return '［判定日］';
    const parameter = name.startsWith('param.') ? own(parameters, name.slice('param.'.length)) : undefined;
    if (parameter) return formatted(parameter.value, { type: parameter.type, label: '', origin: '' }, format);
    return `［${kind?.facts.get(name)?.label ?? name}］`;
  };
  return {
    id,
    title,
    summary,
    version,
    owner,
    effective,
    appliesWhen: ruleSet.appliesWhen && speaker ? inWords(ruleSet, speaker, ruleSet.appliesWhen) : null,
    rules: speaker
      ? ruleSet.rules.map(
          (rule): DescribedRule => ({
            rule: rule.id,
            title: rule.title,
            source: sourceOf(ruleSet, rule.source),
            condition: inWords(ruleSet, speaker, rule.conditions),
            message: filled(rule.message, holeWord),
            severity: rule.severity ?? null,
            deny: rule.deny ?? [],
          }),
        )
      : [],
    parameters: Object.entries(parameters).map(([name, parameter]) => ({
      name,
      label: parameter.label,
      value: parameterValue(parameter),
      bounds: boundsOf(parameter),
      source: sourceOf(ruleSet, parameter.source),
    })),
    examples: examples.map((example) => ({
      id: example.id,
      title: example.title,
      outcome: example.expect.outcome,
      rules: example.expect.rules,
    })),
  };
};

/** Beyond so many facts those that are empty are left out: what is not said of a long form was not filled in. */
const MAX_FACTS_SHOWN_EMPTY = 20;

/** A value of a case in words; of a list of days each day once, with how often it is there. */
export const caseValue = (value: FactValue, fact: FactDescription): string => {
  if (fact.type !== 'dateList' || typeof value !== 'object' || value === null)
    return worded(value, fact) || 'なし';
  const days = new Map<string, number>();
  for (const day of value) days.set(day, (days.get(day) ?? 0) + 1);
  const words = [...days].map(([day, count]) => japaneseDate(day) + (count === 1 ? '' : `（${count}件）`));
  return words.join('、') || 'なし';
};

/** A situation in words: the day of judgement and every fact the rule set looks at. */
export const situationInWords = (
  ruleSet: RuleSet,
  kind: SituationKind,
  { asOf, facts }: Pick<ReadSituation, 'asOf' | 'facts'>,
): readonly LabelledValue[] => {
  const names = Object.keys(ruleSet.facts);
  const showsEmpty = names.length <= MAX_FACTS_SHOWN_EMPTY;
  return [
    { label: '判定日', value: japaneseDate(asOf) },
    ...names.flatMap((name) => {
      const fact = kind.facts.get(name);
      const value = own(facts, name) ?? null;
      const isEmpty = value === null || (typeof value === 'object' && value.length === 0);
      if (fact === undefined || (isEmpty && !showsEmpty)) return [];
      return [{ label: fact.label, value: caseValue(value, fact) }];
    }),
  ];
};

/** The situation of each example in words, by the example's id; null for one that this program cannot read. */
export const describeSituations = (
  ruleSet: RuleSet,
): Readonly<Record<string, readonly LabelledValue[] | null>> => {
  const kind = situationKind(ruleSet.id);
  const inWordsOf = (situation: unknown): readonly LabelledValue[] | null => {
    try {
      return kind ? situationInWords(ruleSet, kind, kind.read(situation)) : null;
    } catch (error) {
      if (error instanceof SituationError) return null;
      throw error;
    }
  };
  return Object.fromEntries(ruleSet.examples.map(({ id, situation }) => [id, inWordsOf(situation)]));
};

/** Every fact that the situations of a rule set give, in the order of the catalogue; none for a set of figures only. */
export const describeFacts = ({ id, facts }: RuleSet): readonly DescribedFact[] =>
  [...(situationKind(id)?.facts ?? [])].map(([name, { label, type, unit, choices, whenNull, origin }]) => ({
    name,
    label,
    type,
    unit: unit ?? null,
    choices: Object.values(choices ?? {}),
    whenNull: whenNull ?? null,
    origin,
    used: Object.hasOwn(facts, name),
  }));
