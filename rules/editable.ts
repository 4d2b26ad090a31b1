import type { EditablePart } from '#app/domain/ruleDraft.ts';
import type { FactDescription } from './facts.ts';
import { type OperatorName, operatorsByType } from './operators.ts';
import { COUNT_BEFORE, type Comparison, type Condition, isReference, type RuleSet } from './ruleset.ts';
import type { SituationKind } from './situation.ts';
import { operatorWord, speakerOf, unitWord } from './wording.ts';

type Path = readonly (string | number)[];
type Placed = { path: Path; comparison: Comparison };

const comparisonsIn = (condition: Condition, path: Path): Placed[] => {
  if ('all' in condition)
    return condition.all.flatMap((part, at) => comparisonsIn(part, [...path, 'all', at]));
  if ('any' in condition)
    return condition.any.flatMap((part, at) => comparisonsIn(part, [...path, 'any', at]));
  if ('not' in condition) return comparisonsIn(condition.not, [...path, 'not']);
  return 'condition' in condition ? [] : [{ path, comparison: condition }];
};

const nameOf = (path: Path): string => path.join('.');

/** Operators that take the same kind of right side, so that one can be put for the other. */
const exchangeable = ({ operator, value }: Comparison, type: FactDescription['type']): OperatorName[] => {
  const lists: readonly OperatorName[] = ['in', 'notIn'];
  const takesList = lists.includes(operator);
  const equality: readonly OperatorName[] = ['equal', 'notEqual'];
  return operatorsByType[type].filter(
    (one) => lists.includes(one) === takesList && (value !== null || equality.includes(one)),
  );
};

/** The right side of a comparison, where it is a value and not a reference to a figure or to another fact. */
const valuePart = (
  name: string,
  group: string,
  label: string,
  { value }: Comparison,
  fact: FactDescription,
): EditablePart[] => {
  if (value === null || isReference(value)) return [];
  const part = { name, group, label };
  const choices = Object.entries(fact.choices ?? {}).map(([code, word]) => ({ value: code, label: word }));
  if (typeof value === 'boolean') return [{ ...part, kind: 'flag', value }];
  if (typeof value === 'number') return [{ ...part, kind: 'integer', value }];
  if (typeof value === 'string')
    return [
      choices.length > 0 ? { ...part, kind: 'choice', value, choices } : { ...part, kind: 'date', value },
    ];
  return [{ ...part, kind: 'choices', value, choices }];
};

const COUNT: FactDescription = { type: 'integer', label: '', origin: '' };

/**
 * What a form may set in a rule set: its title, figures, messages, and of each comparison the operator and the value. What
 * changes the shape of the rules is edited as text.
 */
export const editableParts = (ruleSet: RuleSet, kind: SituationKind | undefined): readonly EditablePart[] => {
  const speaker = kind && speakerOf(ruleSet, kind);
  const comparisonParts = (group: string, path: Path, condition: Condition): EditablePart[] =>
    comparisonsIn(condition, path).flatMap(({ path: at, comparison }) => {
      const fact = comparison.fact === COUNT_BEFORE ? COUNT : kind?.facts.get(comparison.fact);
      if (!speaker || !fact) return [];
      const subject = speaker.subject(comparison);
      const predicate = speaker.predicate(comparison);
      const operators = exchangeable(comparison, fact.type);
      const operator: EditablePart[] =
        operators.length < 2
          ? []
          : [
              {
                name: nameOf([...at, 'operator']),
                group,
                label: `「${subject}」の比べ方（いまは「${predicate}」）`,
                kind: 'choice',
                value: comparison.operator,
                choices: operators.map((one) => ({ value: one, label: operatorWord(one) })),
              },
            ];
      return [
        ...operator,
        ...valuePart(nameOf([...at, 'value']), group, `「${subject}」と比べる値`, comparison, fact),
      ];
    });
  return [
    { name: 'title', group: '規則の名前', label: '題名', kind: 'line', value: ruleSet.title },
    { name: 'summary', group: '規則の名前', label: '要約', kind: 'lines', value: ruleSet.summary },
    ...Object.entries(ruleSet.parameters).map(([name, parameter]): EditablePart => {
      const part = {
        name: nameOf(['parameters', name, 'value']),
        group: '数値と日付',
        label: parameter.label,
      };
      return parameter.type === 'date'
        ? { ...part, kind: 'date', value: parameter.value }
        : {
            ...part,
            kind: 'integer',
            value: parameter.value,
            bounds: { min: parameter.min, max: parameter.max },
            unit: unitWord(parameter.unit),
          };
    }),
    ...Object.entries(ruleSet.sharedConditions).flatMap(([name, shared]) =>
      comparisonParts(
        `共通の条件：${shared.title}`,
        ['sharedConditions', name, 'conditions'],
        shared.conditions,
      ),
    ),
    ...ruleSet.rules.flatMap((rule, at): EditablePart[] => {
      const group = `${rule.id} ${rule.title}`;
      return [
        { name: nameOf(['rules', at, 'title']), group, label: '見出し', kind: 'line', value: rule.title },
        ...comparisonParts(group, ['rules', at, 'conditions'], rule.conditions),
        {
          name: nameOf(['rules', at, 'message']),
          group,
          label: '伝える文',
          kind: 'lines',
          value: rule.message,
        },
      ];
    }),
  ];
};
