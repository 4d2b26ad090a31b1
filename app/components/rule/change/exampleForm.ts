import { type Feature, features } from '#app/domain/verdict.ts';
import type { ExampleChoices } from '#app/forms/ruleExample.ts';
import type { TriedFact } from '#app/forms/ruleTrial.ts';
import { featureNames } from '#app/text/features.ts';
import { outcomeWords } from '#app/text/staff/rules.ts';

/** What a draft offers for its examples, in codes. */
export type ExampleOffer = {
  facts: readonly TriedFact[];
  outcomes: readonly string[];
  rules: readonly { id: string; title: string }[];
  closesFeatures: boolean;
  hasDueDate: boolean;
};

const featureChoice = (feature: Feature) => ({ value: feature, label: featureNames[feature] });

/** The same in words, for the form. */
export const exampleChoices = (ruleSet: string, offer: ExampleOffer): ExampleChoices => ({
  facts: offer.facts,
  outcomes: offer.outcomes.map((outcome) => ({ value: outcome, label: outcomeWords(ruleSet, outcome) })),
  rules: offer.rules.map(({ id, title }) => ({ value: id, label: `${id} ${title}` })),
  features: offer.closesFeatures ? features.map(featureChoice) : [],
  hasDueDate: offer.hasDueDate,
});
