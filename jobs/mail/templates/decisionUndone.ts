import type { Letter } from '../letter.ts';
import { type PostingFacts, postingLetter } from './postingFacts.ts';

/** 取消し of a 受理 or a 差戻し: what was told before no longer holds. */
export const decisionUndoneLetter = (facts: PostingFacts): Letter =>
  postingLetter(facts, {
    subject: '求人についてのお知らせを取り消しました',
    body: [
      `お申し込みの求人について、先にお知らせした${facts.office.name}の手続き（受理または差戻し）を取り消し、もう一度確認しています。`,
      '受理のお知らせが届いていた場合は、お知らせした求人番号は使えません。差戻しのお知らせが届いていた場合は、修正の必要はありません。確認が終わりましたら、あらためてお知らせします。',
    ],
  });
