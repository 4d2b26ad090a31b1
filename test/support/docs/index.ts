import { apiPage } from './api.ts';
import { changeStatesPage } from './changeStates.ts';
import { imageStatesPage } from './imageStates.ts';
import { limitsPage } from './limits.ts';
import { mailsPage } from './mails.ts';
import { permissionsPage } from './permissions.ts';
import { postingStatesPage } from './postingStates.ts';
import { referralStatesPage } from './referralStates.ts';
import { ruleChangeStatesPage } from './ruleChangeStates.ts';

/** The pages of docs/generated, by file name; made of nothing but the code and the rule files. */
export const generatedPages = async (): Promise<Readonly<Record<string, string>>> => ({
  'api.md': apiPage(),
  'change-states.md': changeStatesPage(),
  'image-states.md': imageStatesPage(),
  'limits.md': await limitsPage(),
  'mails.md': mailsPage(),
  'permissions.md': permissionsPage(),
  'posting-states.md': postingStatesPage(),
  'referral-states.md': referralStatesPage(),
  'rule-change-states.md': ruleChangeStatesPage(),
});
