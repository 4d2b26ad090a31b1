import type { Letter } from '../letter.ts';
import { type ReferralFacts, referralLetter } from './referralFacts.ts';

/** 選考結果未入力通知 */
export const missingResultLetter = (facts: ReferralFacts): Letter =>
  referralLetter(facts, {
    subject: '選考結果未入力通知',
    body: [
      '次のご紹介について、選考結果（採用・不採用）がまだ登録されていません。登録をお願いします。',
      '求人が無効になったときは、求人者マイページでは登録できません。選考結果を、直接ハローワークにご連絡ください。応募された方には、選考結果を直接ご連絡ください。',
    ],
  });
