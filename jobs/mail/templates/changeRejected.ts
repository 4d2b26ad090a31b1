import type { Letter } from '../letter.ts';
import { type ChangeFacts, changeLetter, kindWord, targetWord } from './changeFacts.ts';

/** 変更の不承認: the reason is read in the MyPage. */
export const changeRejectedLetter = (facts: ChangeFacts): Letter =>
  changeLetter(facts, {
    subject: `${kindWord(facts)}の申込みについてのお知らせ`,
    body: [
      `${kindWord(facts)}の申込みを${facts.office.name}で確認しましたが、お受けできませんでした。${targetWord(facts)}はいまのままです。`,
      '理由は、求人者マイページで確認できます。',
    ],
  });
