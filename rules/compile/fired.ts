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

/** The items whose bits are set, in order. */
const chosen = <Item>(items: readonly Item[], fired: ArrayLike<number>): readonly Item[] => {
  const found: Item[] = [];
  for (let word = 0; word < fired.length; word += 1) {
    for (let bits = fired[word] ?? 0; bits !== 0; bits &= bits - 1) {
      found.push(items[word * BITS + 31 - Math.clz32(bits & -bits)] as Item);
    }
  }
  return found;
};

const haveCommon = (some: ArrayLike<number>, others: ArrayLike<number>): boolean => {
  for (let word = 0; word < some.length; word += 1) {
    if (((some[word] ?? 0) & (others[word] ?? 0)) !== 0) return true;
  }
  return false;
};

/** What the bits of the fired rules mean. */
export const meaningOf = (plan: Plan): ((applicable: boolean, fired: ArrayLike<number>) => Decided) => {
  const { policy, elsewhere, otherwise, ruleSet } = plan;
  const ids = plan.rules.map(({ id }) => id);
  const steps = plan.steps.map(({ outcome, rules }) => ({
    outcome,
    bits: Int32Array.from(bitsOf(plan, rules)),
  }));
  const outcomeOf = (fired: ArrayLike<number>): string => {
    for (const { outcome, bits } of steps) if (haveCommon(bits, fired)) return outcome;
    return otherwise;
  };
  return (applicable, fired) => {
    const outcome = applicable ? outcomeOf(fired) : elsewhere;
    const rules = applicable ? chosen(ids, fired) : [];
    if (policy.policy !== 'deny') return { outcome, rules };
    return { outcome, rules, ...denyOf(policy, applicable ? chosen(ruleSet.rules, fired) : []) };
  };
};
