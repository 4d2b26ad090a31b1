import { type Letter, letter } from '../letter.ts';
import type { ImageFacts } from './imageFacts.ts';

/** 表示不可: that one published image is shown no more; which and why is read in the MyPage. */
export const imageHiddenLetter = (facts: ImageFacts): Letter =>
  letter({
    subject: '公開中の画像を表示不可にしました',
    to: `${facts.establishmentName}　ご担当者様`,
    body: [
      `公開していた画像のうち1件を、${facts.office.name}で表示不可にしました。この画像は、求職者に表示されません。`,
      '求人者マイページで理由を確認し、必要なときは別の画像を登録してください。',
      ['内容は、求人者マイページで確認できます。', facts.link],
    ],
    office: facts.office,
  });
