import { type Letter, letter } from '../letter.ts';

export type RestrictedFacts = {
  establishmentName: string;
  /** Name, and telephone number as digits. */
  office: { name: string; phone: string };
  /** Why, in the words of the rule in force that night. */
  reasons: readonly string[];
  link: string;
};

/** 利用制限のお知らせ */
export const restrictedLetter = ({ establishmentName, office, reasons, link }: RestrictedFacts): Letter =>
  letter({
    subject: 'マイページの利用を制限しました',
    to: `${establishmentName}　ご担当者様`,
    body: [
      ...reasons,
      '求人の申込み・変更・募集停止、事業所情報の変更、求職情報検索、メッセージの送信などが利用できません。選考結果の登録は、有効中の求人があれば利用できます。',
      `結果を登録しても、制限は自動では解除されません。選考結果を登録のうえ、${office.name}にご連絡ください。解除の手続きをご案内します。`,
      ['求人者マイページ', link],
    ],
    office,
  });
