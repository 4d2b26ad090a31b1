import { longDate } from '#app/text/format.ts';
import { type Letter, letter } from '../letter.ts';
import type { PostingFacts } from './postingFacts.ts';

/** What a mail about a referral says: which one, and never who was referred. `link` leads to the MyPage. */
export type ReferralFacts = PostingFacts & {
  /** Number of the 紹介状 */
  number: string;
  /** 求人番号 */
  postingNumber: string | null;
  referredOn: string;
};

/** A mail about a referral, to the establishment it was made to. */
export const referralLetter = (
  facts: ReferralFacts,
  { subject, body }: { subject: string; body: readonly (string | readonly string[])[] },
): Letter =>
  letter({
    subject,
    to: `${facts.establishmentName}　ご担当者様`,
    body: [
      ...body,
      [
        `紹介状の番号：${facts.number}`,
        `紹介日：${longDate(facts.referredOn)}`,
        `職種：${facts.jobTitle ?? '未入力'}`,
        ...(facts.postingNumber ? [`求人番号：${facts.postingNumber}`] : []),
      ],
      ['求人者マイページ', facts.link],
    ],
    office: facts.office,
  });
