import type { Letter } from '../letter.ts';
import { type AccountFacts, accountLetter } from './accountFacts.ts';

/** 利用不可 has begun. */
export const mypageSuspendedLetter = (facts: AccountFacts): Letter =>
  accountLetter(facts, {
    subject: 'マイページを利用不可としました',
    body: [
      '利用規約に基づき、求人者マイページを「利用不可」としました。退会とアカウントの手続きのほかは、利用できません。',
      '理由と今後の手続きについては、下記のハローワークにお問い合わせください。',
    ],
  });
