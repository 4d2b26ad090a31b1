import type {
  ConditionInWords,
  DescribedFact,
  DescribedRule,
  DescribedRuleSet,
} from '#app/domain/explanation.ts';
import { sourceOf } from './judge.ts';
import { filled, formatted, type Hole, japaneseDate } from './message.ts';
import { type Condition, own, type Parameter, type RuleSet } from './ruleset.ts';
import { situationKind } from './situations/index.ts';
import { parameterValue, type Speaker, speakerOf } from './wording.ts';

/** A condition in words, with nothing judged. */
const inWords = (ruleSet: RuleSet, speaker: Speaker, condition: Condition): ConditionInWords => {
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
