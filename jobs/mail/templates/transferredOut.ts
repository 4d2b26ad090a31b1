import { longDate, phone } from '#app/text/format.ts';
import type { Letter } from '../letter.ts';
import { type AccountFacts, accountLetter } from './accountFacts.ts';

export type TransferredOutFacts = AccountFacts & {
  movedOn: string;
  /** The office that has jurisdiction now. */
  newOffice: { name: string; phone: string };
};

/** 移管: the MyPage is closed (leaflet 「保有している情報は引き継がれません」). */
export const transferredOutLetter = (facts: TransferredOutFacts): Letter =>
  accountLetter(facts, {
    subject: '管轄の変更により、求人者マイページを閉鎖しました',
    body: [
      [
        '事業所の移転に伴い、管轄のハローワークが変わりました。',
        `移転した日：${longDate(facts.movedOn)}`,
        `新しい管轄：${facts.newOffice.name}（${phone(facts.newOffice.phone)}）`,
      ],
      'これまでの求人者マイページは閉鎖しました。有効中の求人は無効になり、保有していた情報は引き継がれません。',
      `引き続き求人を申し込む場合は、${facts.newOffice.name}で事業所登録と求人者マイページの開設の手続きをしてください。これまでと同じメールアドレスを使えます。`,
    ],
  });
