import type { Finding } from '#app/domain/ruleComparison.ts';
import type { Plan, PlannedComparison } from '#rules/compile/plan.ts';
import { holesOf } from '#rules/message.ts';
import type { RuleSet } from '#rules/ruleset.ts';
import { comparisonsOf } from './boundaries.ts';

const everyComparison = (plan: Plan): readonly PlannedComparison[] =>
  [...(plan.appliesWhen ? [plan.appliesWhen] : []), ...plan.rules.map(({ condition }) => condition)].flatMap(
    (condition) => comparisonsOf(plan, condition),
  );

/**
 * Choices of a fact that no condition names. One alone is what is left when the others are named; two or more of them are
 * treated alike without anybody having said so.
 */
export const uncoveredChoices = (plan: Plan): readonly Finding[] => {
  const comparisons = everyComparison(plan);
  return plan.facts.flatMap((fact): readonly Finding[] => {
    const mine = comparisons.filter(
      ({ left, right }) =>
        (left.kind === 'fact' && left.fact.name === fact.name) ||
        (right.kind === 'fact' && right.fact.name === fact.name),
    );
    if (mine.length === 0 || mine.some(({ right }) => right.kind === 'fact')) return [];
    const named = new Set(mine.flatMap(({ right }) => (right.kind === 'value' ? [right.value].flat() : [])));
    const unnamed = Object.entries(fact.choices ?? {}).filter(([choice]) => !named.has(choice));
    // A fact held against null alone asks whether anything was entered, whatever it is.
    const onlyWhether = [...named].every((value) => value === null);
    if (unnamed.length < 2 || onlyWhether) return [];
    const labels = unnamed.map(([, label]) => `「${label}」`).join('');
    return [
      {
        kind: 'uncovered',
        severity: 'warning',
        fact: fact.name,
        path: ['facts', fact.name],
        message: `「${fact.label}」の値のうち${labels}を見分ける条件が、どの規則にもありません。どれも同じ扱いでよいか確かめてください。`,
      },
    ];
  });
};

/** Every name that stands in `param.NAME` or as the parameter of a period, wherever it is written. */
const parametersIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(parametersIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner !== 'string') return parametersIn(inner);
    if (key === 'parameter') return [inner];
    return key === 'fact' && inner.startsWith('param.') ? [inner.slice('param.'.length)] : [];
  });
};

/** Figures that no condition, message or due date of the file uses. */
export const unusedParameters = ({
  appliesWhen,
  sharedConditions,
  rules,
  outcome,
  parameters,
}: RuleSet): readonly Finding[] => {
  const used = new Set([
    ...parametersIn([appliesWhen, sharedConditions, rules, outcome]),
    ...rules.flatMap(({ message }) => holesOf(message)).map(({ name }) => name.replace(/^param\./, '')),
  ]);
  return Object.entries(parameters)
    .filter(([name]) => !used.has(name))
    .map(
      ([name, { label }]): Finding => ({
        kind: 'unused-parameter',
        severity: 'warning',
        path: ['parameters', name],
        message: `「${label}」(${name})を使う規則が、このファイルにありません。画面や処理だけが使う数値でなければ、条件の書き忘れがないか確かめてください。`,
      }),
    );
};
