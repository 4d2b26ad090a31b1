import { longDate } from '#app/text/format.ts';
import type { Letter } from '../letter.ts';
import { type PostingFacts, postingLetter } from './postingFacts.ts';

export type ValidityEndsFacts = PostingFacts & { number: string; validUntil: string };

/** 有効期限のお知らせ before a posting becomes invalid. */
export const validityEndsLetter = (facts: ValidityEndsFacts): Letter =>
  postingLetter(facts, {
    subject: 'まもなく求人の有効期限です',
    number: facts.number,
    body: [
      [
        '次の求人は、まもなく有効期限を迎え、その翌日に無効になります。',
        `有効期限：${longDate(facts.validUntil)}`,
      ],
      '無効になると、求人者マイページでの紹介状の確認、選考結果の登録などはできなくなります。選考結果が決まっている場合は、それまでに登録してください。',
      '募集を続ける場合は、求人者マイページで、有効期間の延長か新しい求人の申込みをしてください。',
    ],
  });
