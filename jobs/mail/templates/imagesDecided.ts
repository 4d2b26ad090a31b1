import { type Letter, letter } from '../letter.ts';
import type { ImageFacts } from './imageFacts.ts';

export type ImagesDecidedFacts = ImageFacts & { published: number; returned: number };

/** 画像の確認の結果: how many of each; which and why is read in the MyPage. */
export const imagesDecidedLetter = (facts: ImagesDecidedFacts): Letter =>
  letter({
    subject: facts.returned === 0 ? '画像を公開しました' : '画像の確認が終わりました',
    to: `${facts.establishmentName}　ご担当者様`,
    body: [
      `登録された画像を${facts.office.name}で確認しました。`,
      [
        ...(facts.published === 0 ? [] : [`公開した画像：${facts.published}件`]),
        ...(facts.returned === 0 ? [] : [`差し戻した画像：${facts.returned}件`]),
      ],
      ...(facts.returned === 0
        ? []
        : [
            '差し戻した画像は公開されていません。求人者マイページで理由を確認し、必要なときは別の画像を登録してください。',
          ]),
      ['内容は、求人者マイページで確認できます。', facts.link],
    ],
    office: facts.office,
  });
