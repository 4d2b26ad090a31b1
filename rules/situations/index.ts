import type { RuleSetId } from '#rules/ruleset.ts';
import type { SituationKind } from '#rules/situation.ts';
import { postingSituation } from './postingAcceptance.ts';
import { visitSituation } from './visitRequired.ts';

/** Which kind of situation each rule set judges. Sets of parameters only judge nothing and are not listed. */
const kinds: ReadonlyMap<RuleSetId, SituationKind> = new Map([
  ['eligibility/visit-required', visitSituation],
  ['acceptance/posting', postingSituation],
]);

export const situationKind = (id: RuleSetId): SituationKind | undefined => kinds.get(id);

export const judgedRuleSets: readonly RuleSetId[] = [...kinds.keys()];
