import type { Letter } from '../letter.ts';
import { type PostingFacts, postingLetter } from './postingFacts.ts';

/** 不受理 (職業安定法5条の6第1項); the reason is explained in the MyPage and by the office (第2項以下の説明). */
export const postingRefusedLetter = (facts: PostingFacts): Letter =>
  postingLetter(facts, {
    subject: '求人を受理できませんでした',
    body: [
      `お申し込みの求人を${facts.office.name}で確認した結果、職業安定法第5条の6第1項の規定により受理できませんでした。`,
      '理由は求人者マイページで確認できます。ご不明な点は、下記のハローワークにお電話ください。',
    ],
  });
