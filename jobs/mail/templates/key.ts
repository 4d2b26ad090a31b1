import type { KeyPurpose } from '#app/domain/account.ts';
import { longInstant } from '#app/text/format.ts';
import { type Letter, letter } from '../letter.ts';

export type KeyFacts = {
  /** Twelve characters. */
  key: string;
  issuedAt: string;
  expiresAt: string;
  purpose: KeyPurpose;
  /** Where the key is entered, and where a new one is asked for. */
  link: string;
  again: string;
};

const inFours = (key: string): string => key.replace(/(.{4})(?=.)/g, '$1-');

const opening = '求人者マイページのパスワード登録に使う認証キーをお知らせします。';

/** What the key is for. */
const leads: Readonly<Record<KeyPurpose, string>> = {
  start: opening,
  register: opening,
  forgot: '求人者マイページのパスワードの再設定に使う認証キーをお知らせします。',
  email:
    '求人者マイページのログインに使うメールアドレスを、このメールアドレスに変更するための認証キーをお知らせします。',
  counter: 'ハローワークの窓口で発行した、求人者マイページのパスワード登録に使う認証キーをお知らせします。',
};

const back = '手続きの画面に戻り、有効期限までに認証キーを入力してください。';

/** How to come to the page that asks for it. */
const ways: Readonly<Record<KeyPurpose, string>> = {
  start: back,
  register: back,
  forgot: back,
  email: back,
  counter:
    '次の画面で利用規約などに同意し、このメールアドレスを入力して「認証キーを入力する」を押し、有効期限までに認証キーを入力してください。',
};

/** 認証キーのお知らせ (leaflet ④⑤). */
export function keyLetter({ key, issuedAt, expiresAt, purpose, link, again }: KeyFacts): Letter {
  const minutes = Math.round((Date.parse(expiresAt) - Date.parse(issuedAt)) / 60_000);
  return letter({
    subject: '認証キーのお知らせ',
    to: '求人者マイページの手続きをされている方へ',
    body: [
      leads[purpose],
      [`認証キー：${inFours(key)}`, `有効期限：${longInstant(expiresAt)}まで（発行から${minutes}分間）`],
      [ways[purpose], link],
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
