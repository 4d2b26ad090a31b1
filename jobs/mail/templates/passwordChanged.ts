import type { Letter } from '../letter.ts';
import { type AccountFacts, accountLetter, notMine } from './accountFacts.ts';

export type PasswordChangedFacts = AccountFacts & { forgot: string };

/** The password was changed, and every session has ended. */
export const passwordChangedLetter = (facts: PasswordChangedFacts): Letter =>
  accountLetter(facts, {
    subject: 'パスワードを変更しました',
    body: [
      'このメールアドレスでログインする求人者マイページのパスワードが変更されました。ほかの端末は、すべてログアウトしました。',
      [
        `${notMine(facts)}ほかの人に使われるのを防ぐため、次の画面でパスワードを再設定してください。`,
        facts.forgot,
      ],
    ],
  });
