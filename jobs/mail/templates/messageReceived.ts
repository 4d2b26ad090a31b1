import type { Letter } from '../letter.ts';
import { type ReferralFacts, referralLetter } from './referralFacts.ts';

/** That a message has come; what it says stands in the MyPage only. */
export const messageReceivedLetter = (facts: ReferralFacts): Letter =>
  referralLetter(facts, {
    subject: 'ご紹介した方からメッセージが届いています',
    body: [
      `${facts.office.name}からご紹介した方から、メッセージが届いています。`,
      '内容は、求人者マイページの「メッセージ」でご確認ください。このメールに返信しても、ご本人には届きません。',
    ],
  });
