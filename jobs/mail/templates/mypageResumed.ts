import type { Letter } from '../letter.ts';
import { type AccountFacts, accountLetter } from './accountFacts.ts';

/** 利用不可 has ended. */
export const mypageResumedLetter = (facts: AccountFacts): Letter =>
  accountLetter(facts, {
    subject: 'マイページの利用不可を解除しました',
    body: ['求人者マイページの「利用不可」を解除しました。', ['次の画面からログインできます。', facts.login]],
  });
