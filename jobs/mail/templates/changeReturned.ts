import type { Letter } from '../letter.ts';
import { type ChangeFacts, changeLetter, kindWord, targetWord } from './changeFacts.ts';

/** 変更の差戻し: what to correct is read in the MyPage. */
export const changeReturnedLetter = (facts: ChangeFacts): Letter =>
  changeLetter(facts, {
    subject: `${kindWord(facts)}の申込みを修正してください`,
    body: [
      `${kindWord(facts)}の申込みを${facts.office.name}で確認したところ、修正していただきたいところがありました。`,
      `求人者マイページで連絡の内容を確認し、修正してもう一度送信してください。${targetWord(facts)}はいまのままです。`,
    ],
  });
