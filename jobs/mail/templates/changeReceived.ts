import type { Letter } from '../letter.ts';
import { type ChangeFacts, changeLetter, kindWord, targetWord } from './changeFacts.ts';

/** 変更の申込みの受付 */
export const changeReceivedLetter = (facts: ChangeFacts): Letter =>
  changeLetter(facts, {
    subject: `${kindWord(facts)}の申込みを受け付けました`,
    body: [
      `${kindWord(facts)}の申込みを受け付けました。`,
      `${facts.office.name}で内容を確認します。受理されるまで、${targetWord(facts)}はいまのままです。結果はメールと求人者マイページでお知らせします。`,
    ],
  });
