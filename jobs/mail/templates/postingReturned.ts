import { longDate } from '#app/text/format.ts';
import type { Letter } from '../letter.ts';
import { type PostingFacts, postingLetter } from './postingFacts.ts';

export type PostingReturnedFacts = PostingFacts & { visitDueDate: string | null };

/** 差戻し: what to correct is read in the MyPage. */
export const postingReturnedLetter = (facts: PostingReturnedFacts): Letter =>
  postingLetter(facts, {
    subject: '求人の内容を修正してください',
    body: [
      `お申し込みの求人を${facts.office.name}で確認したところ、修正していただきたい項目がありました。`,
      '求人者マイページで理由と項目を確認し、修正してからもう一度送信してください。送信されるまで、確認と公開は進みません。',
      ...(facts.visitDueDate === null ? [] : [`来庁期限は変わりません：${longDate(facts.visitDueDate)}`]),
    ],
  });
