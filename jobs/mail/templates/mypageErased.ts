import type { CalendarDate } from '#app/domain/calendar.ts';
import { longDate } from '#app/text/format.ts';
import { type Letter, letter } from '../letter.ts';

/** Whose MyPage it was is not said: the mail is all that is left of it, on its way. */
export type MypageErasedFacts = {
  office: { name: string; phone: string } | null;
  erasedOn: CalendarDate;
  /** Of the verdict, in the words of the rule. */
  reasons: readonly string[];
};

/** 消去 is done. */
export const mypageErasedLetter = ({ office, erasedOn, reasons }: MypageErasedFacts): Letter =>
  letter({
    subject: 'マイページを消去しました',
    to: '求人者マイページをご利用だった方へ',
    body: [
      [
        `${longDate(erasedOn)}に、このメールアドレスの求人者マイページを、登録情報を含めてすべて消去しました。元に戻すことはできません。`,
        ...reasons,
      ],
      'このメールアドレスの登録も消去しました。求人者マイページからのメールは、これが最後です。',
      'ふたたび求人を申し込むときは、管轄のハローワークで、事業所登録とマイページの開設の手続きをお願いします。',
    ],
    ...(office === null ? {} : { office }),
  });
