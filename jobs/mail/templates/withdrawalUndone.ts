import type { Letter } from '../letter.ts';
import { type AccountFacts, accountLetter, notMine } from './accountFacts.ts';

/** The counter has taken the 退会 back. */
export const withdrawalUndoneLetter = (facts: AccountFacts): Letter =>
  accountLetter(facts, {
    subject: '退会を取り消しました',
    body: [
      'お申し出により、ハローワークの窓口で求人者マイページの退会を取り消しました。マイページは消去されません。',
      ['次の画面から、これまでのパスワードでログインできます。', facts.login],
      notMine(facts),
    ],
  });
