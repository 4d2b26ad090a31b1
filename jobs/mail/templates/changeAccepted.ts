import { longDate } from '#app/text/format.ts';
import type { Letter } from '../letter.ts';
import { type ChangeFacts, changeLetter, kindWord } from './changeFacts.ts';

/** What the acceptance means for the posting. */
function effectOf({ kind, ended, stopOn, validUntil }: ChangeFacts): string {
  if (kind === 'extension' && validUntil !== null)
    return `新しい有効期限は、${longDate(validUntil)}です。求人番号は変わりません。`;
  if (kind === 'establishment')
    return 'いまの事業所情報を、求人者マイページでご確認ください。すべての求人に、新しい内容が載ります。';
  if (kind !== 'stop') return '求人者マイページで、いまの内容をご確認ください。';
  return ended || stopOn === null
    ? '求人は無効になりました。紹介済みの方の選考結果がまだのときは、登録をお願いします。'
    : `求人は、${longDate(stopOn)}に無効になります。紹介済みの方の選考結果がまだのときは、登録をお願いします。`;
}

/** 変更の受理 */
export const changeAcceptedLetter = (facts: ChangeFacts): Letter =>
  changeLetter(facts, {
    subject: `${kindWord(facts)}の申込みを受理しました`,
    body: [`${kindWord(facts)}の申込みを${facts.office.name}で受理しました。`, effectOf(facts)],
  });
