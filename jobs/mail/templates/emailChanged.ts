import { longInstant } from '#app/text/format.ts';
import type { Letter } from '../letter.ts';
import { type AccountFacts, accountLetter, notMine } from './accountFacts.ts';

export type EmailChangedFacts = AccountFacts & { by: 'holder' | 'counter'; replacedAt: string };

/** To the former address: another one signs in from now on. */
export const emailChangedLetter = (facts: EmailChangedFacts): Letter =>
  accountLetter(facts, {
    subject: 'ログインに使うメールアドレスを変更しました',
    body: [
      facts.by === 'holder'
        ? `${longInstant(facts.replacedAt)}に、求人者マイページのログインに使うメールアドレスが変更されました。このメールアドレスでは、ログインできなくなりました。`
        : `${longInstant(facts.replacedAt)}に、ハローワークの窓口で、求人者マイページのログインに使うメールアドレスを変更しました。このメールアドレスでは、ログインできなくなりました。`,
      notMine(facts),
    ],
  });
