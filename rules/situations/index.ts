import type { RuleSetId } from '#rules/ruleset.ts';
import type { SituationKind } from '#rules/situation.ts';
import { accountRetentionSituation } from './accountRetention.ts';
import { imageSituation } from './imageUpload.ts';
import { messageSituation } from './messageRetention.ts';
import { missingResultSituation } from './missingResult.ts';
import { mypageSituation } from './mypageFeatures.ts';
import { overdueSituation } from './overdueResults.ts';
import { postingSituation } from './postingAcceptance.ts';
import { visitSituation } from './visitRequired.ts';

/** Which kind of situation each rule set judges. Sets of parameters only judge nothing and are not listed. */
const kinds: ReadonlyMap<RuleSetId, SituationKind> = new Map([
  ['eligibility/visit-required', visitSituation],
  ['eligibility/image-upload', imageSituation],
  ['acceptance/posting', postingSituation],
  ['access/mypage-features', mypageSituation],
  ['restriction/overdue-results', overdueSituation],
  ['notice/missing-result', missingResultSituation],
  ['retention/message', messageSituation],
  ['retention/account', accountRetentionSituation],
]);

/** By the name of a rule set, which may be one that a stored verdict names and nobody knows any more. */
export const situationKind = (id: string): SituationKind | undefined => kinds.get(id as RuleSetId);

export const judgedRuleSets: readonly RuleSetId[] = [...kinds.keys()];
