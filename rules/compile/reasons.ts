import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Facts } from '#app/domain/verdict.ts';
import { caseCode } from './caseCode.ts';
import { conditionCode, generated } from './code.ts';
import { type Decided, meaningOf, wordsOf } from './fired.ts';
import { type Moment, momentsOf } from './moment.ts';
import type { Plan } from './plan.ts';
import { bitAt } from './values.ts';

/** Sets the bits of the rules that apply; false when the rule set is not about the case. */
type FireBits = (facts: Facts, moment: Moment, fired: Int32Array) => boolean;

const fireBits = (plan: Plan): FireBits => {
  const { names, facts, shared, scope } = caseCode(plan);
  const words = Array.from({ length: wordsOf(plan) }, (_, word) => word);
  const code = [
    'return (facts, moment, fired) => {',
    facts,
    shared,
    plan.appliesWhen ? `if (!(${conditionCode(plan.appliesWhen, names)})) return false;` : '',
    ...words.map((word) => `let w${word} = 0;`),
    ...plan.rules.map(({ condition }, position) => {
      const { word, bit } = bitAt(position);
      return `if (${conditionCode(condition, names)}) w${word} |= ${bit};`;
    }),
    ...words.map((word) => `fired[${word}] = w${word};`),
    'return true;',
    '};',
  ].join('\n');
  return generated(scope, code);
};

/** Judges one case: outcome and rules, without the explanation. */
export const reasonsOf = (plan: Plan): ((facts: Facts, asOf: CalendarDate) => Decided) => {
  const momentOf = momentsOf(plan);
  const fire = fireBits(plan);
  const meaning = meaningOf(plan);
  const fired = new Int32Array(wordsOf(plan));
  return (facts, asOf) => meaning(fire(facts, momentOf(asOf), fired), fired);
};
