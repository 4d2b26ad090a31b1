import type { Letter } from '../letter.ts';
import { type ReferralFacts, referralLetter } from './referralFacts.ts';

/** 紹介 without a telephone call before it (leaflet: 「求人者にご連絡する前に、マイページ宛に…」). */
export const referralMadeLetter = (facts: ReferralFacts): Letter =>
  referralLetter(facts, {
    subject: '求職者をご紹介しました',
    body: [
      `${facts.office.name}から、求職者をご紹介しました。お電話での連絡がつかなかったため、メールでお知らせします。`,
      '応募される方については、求人者マイページの紹介状をご確認ください。',
    ],
  });
