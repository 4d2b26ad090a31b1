import type { RuleCatalogue } from '#rules/catalogue.ts';

/** The title of a rule set as its latest version has it; its id where none is known. */
export const titleOf = (rules: RuleCatalogue, ruleSet: string): string =>
  rules.all().findLast(({ id }) => id === ruleSet)?.title ?? ruleSet;
