import { longDate } from '#app/text/format.ts';
import type { Letter } from '../letter.ts';
import { type PostingFacts, postingLetter } from './postingFacts.ts';

export type PostingAcceptedFacts = PostingFacts & {
  number: string;
  validUntil: string;
  /** false where the employer chose 「求人情報を公開しない」. */
  published: boolean;
};

/** 受理・公開 */
export const postingAcceptedLetter = (facts: PostingAcceptedFacts): Letter =>
  postingLetter(facts, {
    subject: '求人を受理しました',
    body: [
      facts.published
        ? `お申し込みの求人を${facts.office.name}で受理し、公開しました。`
        : `お申し込みの求人を${facts.office.name}で受理しました。ご希望のとおり、求人情報は公開していません。`,
      [
        `有効期限：${longDate(facts.validUntil)}`,
        '有効期限までに採用が決まった場合や内容が変わる場合は、下記のハローワークにご連絡ください。',
      ],
    ],
    number: facts.number,
  });
