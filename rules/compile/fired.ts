import type { Feature } from '#app/domain/verdict.ts';
import { denyOf } from '#rules/outcome.ts';
import type { Plan } from './plan.ts';
import { BITS, bitAt } from './values.ts';

/** What a verdict decides, without its words: the outcome and every rule that applied, in file order. */
export type Decided = { outcome: string; rules: readonly string[]; deny?: readonly Feature[] };

/** How many numbers hold one bit for each rule. */
export const wordsOf = (plan: Plan): number => Math.ceil(plan.rules.length / BITS);

/** The bits of some rules, by their positions in the file. */
export const bitsOf = (plan: Plan, rules: readonly number[]): readonly number[] => {
  const bits = Array.from({ length: wordsOf(plan) }, () => 0);
  for (const rule of rules) {
    const { word, bit } = bitAt(rule);
    bits[word] = (bits[word] ?? 0) | bit;
  }
  return bits;
};

/** What the bits of the fired rules mean. */
export const meaningOf = (plan: Plan): ((applicable: boolean, fired: ArrayLike<number>) => Decided) => {
  const ids = plan.rules.map(({ id }) => id);
  const steps = plan.steps.map(({ outcome, rules }) => ({ outcome, bits: bitsOf(plan, rules) }));
  const closes = plan.policy.policy === 'deny';
  const firedRules = (fired: ArrayLike<number>): number[] => {
    const positions: number[] = [];
    for (let word = 0; word < fired.length; word += 1) {
      for (let bits = fired[word] ?? 0; bits !== 0; bits &= bits - 1) {
        positions.push(word * BITS + 31 - Math.clz32(bits & -bits));
      }
    }
    return positions;
  };
  const nothing: readonly string[] = [];
  const none = denyOf(plan.policy, []);
  return (applicable, fired) => {
    if (!applicable) return { outcome: plan.elsewhere, rules: nothing, ...none };
    let outcome = plan.otherwise;
    for (const step of steps) {
      if (step.bits.some((bits, word) => (bits & (fired[word] ?? 0)) !== 0)) {
        outcome = step.outcome;
        break;
      }
    }
    const positions = firedRules(fired);
    const rules = positions.map((position) => ids[position] ?? '');
    if (!closes) return { outcome, rules };
    const applied = positions.flatMap((position) => plan.ruleSet.rules[position] ?? []);
    return { outcome, rules, ...denyOf(plan.policy, applied) };
  };
};
