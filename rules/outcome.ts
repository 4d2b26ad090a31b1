import { type Feature, features } from '#app/domain/verdict.ts';
import type { OutcomePolicy, Rule } from './ruleset.ts';

/** An outcome and the rules that bring it about, each of them alone. */
export type OutcomeStep = { outcome: string; rules: readonly Rule[] };

/** The outcomes that rules bring about, the gravest first: the first step one of whose rules has fired decides. */
export const outcomeSteps = (policy: OutcomePolicy, rules: readonly Rule[]): readonly OutcomeStep[] => {
  switch (policy.policy) {
    case 'any':
      return [{ outcome: policy.whenAny, rules }];
    case 'severity':
      return [
        { outcome: policy.whenError, rules: rules.filter(({ severity }) => severity === 'error') },
        { outcome: policy.whenWarning, rules },
      ];
    case 'deny':
      return [
        { outcome: policy.whenClosed, rules: rules.filter(({ closes }) => closes === true) },
        { outcome: policy.whenDenied, rules },
      ];
  }
};

/** The outcome of a situation the rule set is not about. */
export const outcomeElsewhere = (policy: OutcomePolicy): string =>
  policy.whenNotApplicable ?? policy.whenNone;

/** What the fired rules mean together. */
export const outcomeOf = (policy: OutcomePolicy, applicable: boolean, fired: readonly Rule[]): string => {
  if (!applicable) return outcomeElsewhere(policy);
  const decisive = outcomeSteps(policy, fired).find(({ rules }) => rules.length > 0);
  return decisive?.outcome ?? policy.whenNone;
};

/** The features that the fired rules close together, in their one order; nothing where the rule set closes none. */
export const denyOf = (policy: OutcomePolicy, fired: readonly Rule[]): { deny?: readonly Feature[] } => {
  if (policy.policy !== 'deny') return {};
  const closed = new Set(fired.flatMap(({ deny }) => deny ?? []));
  return { deny: features.filter((feature) => closed.has(feature)) };
};
