import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Facts } from '#app/domain/verdict.ts';
import type { EngineRun } from '#rules/engine.ts';
import { COUNT_BEFORE } from '#rules/ruleset.ts';
import { type CaseCode, caseCode } from './caseCode.ts';
import { conditionCode, generated } from './code.ts';
import { type Moment, momentsOf } from './moment.ts';
import type { Plan, Planned, PlannedComparison, Right } from './plan.ts';

const text = (value: string): string => JSON.stringify(value);

const limitOf = (right: Right, { constant, cutoffText, given }: CaseCode): string => {
  switch (right.kind) {
    case 'value':
      return constant(right.value);
    case 'fact':
      return given(right.fact);
    case 'asOf':
      return 'moment.asOf';
    case 'cutoff':
      return cutoffText(right.cutoff);
  }
};

/** The members of a comparison's mark, in the order in which the engine writes them. */
const comparisonMembers = (comparison: PlannedComparison, code: CaseCode): readonly string[] => {
  const { left, operator, right, against } = comparison;
  const seen =
    left.kind === 'fact'
      ? [`fact: ${text(left.fact.name)}`, `value: ${code.given(left.fact)}`]
      : [
          `fact: ${text(COUNT_BEFORE)}`,
          `counted: { fact: ${text(left.list.name)}, before: ${code.cutoffText(left.cutoff)} }`,
          `value: ${code.names.count(left.list, left.cutoff)}`,
        ];
  return [
    `holds: ${conditionCode(comparison, code.names)}`,
    ...seen,
    `operator: ${text(operator)}`,
    ...(against === undefined ? [] : [`against: ${text(against)}`]),
    `limit: ${limitOf(right, code)}`,
  ];
};

/** A function in the making that returns the mark of one condition; what it needs comes in as arguments. */
const markFunction = (name: string, condition: Planned, code: CaseCode, ref?: string) => {
  const lines: string[] = [];
  const needed = new Set(['moment']);

  const made = (kind: string, members: readonly string[], isRoot: boolean): string => {
    const mark = `m${lines.length}`;
    const named = isRoot && ref !== undefined ? [`ref: ${text(ref)}`] : [];
    lines.push(`const ${mark} = { ${[`kind: ${text(kind)}`, ...members, ...named].join(', ')} };`);
    return mark;
  };

  const markOf = (part: Planned, isRoot = false): string => {
    switch (part.kind) {
      case 'all':
      case 'any': {
        const parts = part.parts.map((one) => markOf(one));
        const holds = parts.map((one) => `${one}.holds`).join(part.kind === 'all' ? ' && ' : ' || ');
        return made(part.kind, [`holds: ${holds}`, `parts: [${parts.join(', ')}]`], isRoot);
      }
      case 'not': {
        const inner = markOf(part.part);
        return made('not', [`holds: !${inner}.holds`, `part: ${inner}`], isRoot);
      }
      case 'shared': {
        const shared = code.names.shared(part.name);
        needed.add(shared);
        return isRoot && ref !== undefined ? `{ ...${shared}, ref: ${text(ref)} }` : shared;
      }
      case 'comparison':
        for (const argument of code.argumentsOf(part)) needed.add(argument);
        return made('comparison', comparisonMembers(part, code), isRoot);
    }
  };

  const mark = markOf(condition, true);
  const parameters = [...needed].join(', ');
  return {
    definition: `const ${name} = (${parameters}) => {\n${lines.join('\n')}\nreturn ${mark};\n};`,
    call: `${name}(${parameters})`,
  };
};

type Explained = (facts: Facts, moment: Moment) => EngineRun;

/**
 * Judges one case with the explanation: the same run, member for member, as `runEngine` gives. Each condition is a
 * function of its own, since very long functions are not optimised.
 */
export const explanationOf = (plan: Plan): ((facts: Facts, asOf: CalendarDate) => EngineRun) => {
  const code = caseCode(plan);
  const shared = [...plan.shared].map(([name, condition]) => {
    const made = markFunction(`shared_${code.names.shared(name)}`, condition, code, name);
    return { ...made, statement: `const ${code.names.shared(name)} = ${made.call};` };
  });
  const rules = plan.rules.map(({ id, condition }, position) => {
    const made = markFunction(`rule_${position}`, condition, code);
    return {
      ...made,
      statement: `const r${position} = ${made.call};`,
      run: `{ rule: ${text(id)}, fired: r${position}.holds, mark: r${position} }`,
    };
  });
  const appliesWhen = plan.appliesWhen && markFunction('appliesWhen', plan.appliesWhen, code);
  const lines = [
    ...[...shared, ...(appliesWhen ? [appliesWhen] : []), ...rules].map(({ definition }) => definition),
    'return (facts, moment) => {',
    code.facts,
    ...[...shared, ...rules].map(({ statement }) => statement),
    ...(appliesWhen ? [`const scope = ${appliesWhen.call};`] : []),
    `return { ${appliesWhen ? 'applicable: scope.holds, appliesWhen: scope' : 'applicable: true'}, rules: [${rules.map(({ run }) => run).join(', ')}] };`,
    '};',
  ];
  const explained = generated<Explained>(code.scope, lines.join('\n'));
  const momentOf = momentsOf(plan);
  return (facts, asOf) => explained(facts, momentOf(asOf));
};
