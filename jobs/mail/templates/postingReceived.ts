import { longDate } from '#app/text/format.ts';
import type { Letter } from '../letter.ts';
import { type PostingFacts, postingLetter, visitRequest } from './postingFacts.ts';

export type PostingReceivedFacts = PostingFacts & { appliedOn: string; visitDueDate: string | null };

/** 求人仮登録の受付 */
export const postingReceivedLetter = (facts: PostingReceivedFacts): Letter =>
  postingLetter(facts, {
    subject: '求人の申込み（仮登録）を受け付けました',
    body: [
      `${longDate(facts.appliedOn)}に、求人の申込み（仮登録）を受け付けました。`,
      facts.visitDueDate === null
        ? `${facts.office.name}で内容を確認し、受理した後に公開します。結果はメールと求人者マイページでお知らせします。`
        : visitRequest(facts, facts.visitDueDate),
    ],
  });
