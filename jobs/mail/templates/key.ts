import { longInstant } from '#app/text/format.ts';
import { type Letter, letter } from '../letter.ts';

export type KeyFacts = {
  /** Twelve characters. */
  key: string;
  issuedAt: string;
  expiresAt: string;
  /** Where the key is entered, and where a new one is asked for. */
  link: string;
  again: string;
};

const inFours = (key: string): string => key.replace(/(.{4})(?=.)/g, '$1-');

/** 認証キーのお知らせ (leaflet ④⑤). */
export function keyLetter({ key, issuedAt, expiresAt, link, again }: KeyFacts): Letter {
  const minutes = Math.round((Date.parse(expiresAt) - Date.parse(issuedAt)) / 60_000);
  return letter({
    subject: '認証キーのお知らせ',
    to: '求人者マイページの手続きをされている方へ',
    body: [
      '求人者マイページのパスワード登録に使う認証キーをお知らせします。',
      [`認証キー：${inFours(key)}`, `有効期限：${longInstant(expiresAt)}まで（発行から${minutes}分間）`],
      ['手続きの画面に戻り、有効期限までに認証キーを入力してください。', link],
      [
        '有効期限を過ぎた場合は、次の画面で新しい認証キーをお申し込みください。前の認証キーは使えなくなります。',
        again,
      ],
      [
        'このメールに心当たりがない場合は、何もせずに削除してください。認証キーを入力しない限り、手続きは進みません。',
        '認証キーは、ほかの人に知らせないでください。職員が認証キーをおたずねすることはありません。',
      ],
    ],
  });
}
