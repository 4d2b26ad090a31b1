import { longDate } from '#app/text/format.ts';
import type { Letter } from '../letter.ts';
import { type PostingFacts, postingLetter } from './postingFacts.ts';

export type PostingLapsedFacts = PostingFacts & { visitDueDate: string };

/** 失効 of a provisional posting whose 来庁期限 is over. */
export const postingLapsedLetter = (facts: PostingLapsedFacts): Letter =>
  postingLetter(facts, {
    subject: '来庁期限を過ぎたため、求人の申込みが失効しました',
    body: [
      [
        '来庁期限までに本登録の手続きがなかったため、次の求人の申込みは失効しました。',
        `来庁期限：${longDate(facts.visitDueDate)}`,
      ],
      'あらためて申し込むときは、求人者マイページでこの求人をもとに新しい求人を作れます。',
      '期限までにお越しになっていた場合や、事情がある場合は、下記のハローワークにお電話ください。',
    ],
  });
