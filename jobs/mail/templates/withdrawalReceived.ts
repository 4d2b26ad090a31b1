import { longDate, phone } from '#app/text/format.ts';
import type { Letter } from '../letter.ts';
import { type AccountFacts, accountLetter } from './accountFacts.ts';

export type WithdrawalReceivedFacts = AccountFacts & { withdrawnOn: string; erasedFrom: string };

/** 退会 received: closed from now on, erased from which day, until when it can be taken back. */
export const withdrawalReceivedLetter = (facts: WithdrawalReceivedFacts): Letter =>
  accountLetter(facts, {
    subject: '退会の手続きを受け付けました',
    body: [
      [
        '求人者マイページの退会の手続きが完了しました。マイページにはログインできなくなりました。',
        `退会した日：${longDate(facts.withdrawnOn)}`,
        `完全に消去する日：${longDate(facts.erasedFrom)}`,
      ],
      facts.office === null
        ? '消去したマイページは、元に戻せません。'
        : `退会を取り消す場合は、消去する日の前日までに、${facts.office.name}（電話 ${phone(facts.office.phone)}）にご連絡ください。消去した後は、元に戻せません。`,
      '有効中の求人は、そのまま有効です。募集の停止や選考結果の連絡は、ハローワークに直接お申し出ください。',
    ],
  });
