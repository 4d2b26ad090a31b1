import type { FactValue } from '#app/domain/verdict.ts';
import { conditionCode, type Names } from './code.ts';
import type { Plan, PlannedComparison, PlannedFact } from './plan.ts';
import { countBefore, dateNumbers, encodersOf, lanesOf } from './values.ts';

/**
 * The opening lines of generated code that judges one case, given as `facts` and `moment` (see moment.ts): the facts
 * read and checked, then the shared conditions.
 */
export type CaseCode = {
  names: Names;
  /** The name of a fact's value as it was given. */
  given(fact: PlannedFact): string;
  /** The text of a cutoff. */
  cutoffText(cutoff: string): string;
  /** The local names a comparison needs. */
  argumentsOf(comparison: PlannedComparison): readonly string[];
  /** A value the generated code refers to. */
  constant(value: unknown): string;
  facts: string;
  shared: string;
  /** Everything the lines refer to; complete once all code has been made. */
  scope: Readonly<Record<string, unknown>>;
};

/** The code for single cases of a plan. */
export const caseCode = (plan: Plan): CaseCode => {
  const scope: Record<string, unknown> = { countBefore };
  const constant = (value: unknown): string => {
    const name = `k${Object.keys(scope).length}`;
    scope[name] = value;
    return name;
  };
  scope.missing = ({ name, rule }: PlannedFact): never => {
    throw new Error(
      `${plan.ruleSet.id}: rule ${rule} looks at fact ${name}, which the situation does not give`,
    );
  };

  const given = (fact: PlannedFact): string => `f${plan.facts.indexOf(fact)}`;
  const value = (fact: PlannedFact, lane = 0): string => `v${plan.facts.indexOf(fact)}_${lane}`;
  const cutoff = (name: string): string => `c${plan.cutoffs.indexOf(name)}`;
  const cutoffText = (name: string): string => `moment.cutoffs[${plan.cutoffs.indexOf(name)}]`;
  const sharedNames = [...plan.shared.keys()];
  const names: Names = {
    value,
    count: (list, before) => `countBefore(${value(list)}, 0, ${value(list)}.length, ${cutoff(before)})`,
    today: 'moment.today',
    cutoff,
    shared: (name) => `s${sharedNames.indexOf(name)}`,
    table: constant,
  };

  const localsOf = (fact: PlannedFact): readonly string[] => [
    given(fact),
    ...Array.from({ length: lanesOf(fact) }, (_, lane) => value(fact, lane)),
  ];
  const argumentsOf = ({ left, right }: PlannedComparison): readonly string[] => [
    ...(left.kind === 'fact' ? localsOf(left.fact) : [...localsOf(left.list), cutoff(left.cutoff)]),
    ...(right.kind === 'fact' ? localsOf(right.fact) : []),
    ...(right.kind === 'cutoff' ? [cutoff(right.cutoff)] : []),
  ];

  const reading = (fact: PlannedFact): string => {
    const readers =
      fact.type === 'dateList'
        ? [(list: FactValue | undefined) => dateNumbers(fact, list)]
        : encodersOf(fact);
    return [
      `const ${given(fact)} = facts[${JSON.stringify(fact.name)}];`,
      `if (${given(fact)} === undefined) missing(${constant(fact)});`,
      ...readers.map((read, lane) => `const ${value(fact, lane)} = ${constant(read)}(${given(fact)});`),
    ].join('\n');
  };

  return {
    names,
    given,
    cutoffText,
    argumentsOf,
    constant,
    facts: [
      ...plan.facts.map(reading),
      ...plan.cutoffs.map((name, index) => `const ${cutoff(name)} = moment.cutoffNumbers[${index}];`),
    ].join('\n'),
    shared: [...plan.shared]
      .map(([name, condition]) => `const ${names.shared(name)} = ${conditionCode(condition, names)};`)
      .join('\n'),
    scope,
  };
};
