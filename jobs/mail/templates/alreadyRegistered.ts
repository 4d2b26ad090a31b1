import { type Letter, letter } from '../letter.ts';

export type AlreadyRegisteredFacts = { login: string; start: string };

/** The address already has an account. */
export const alreadyRegisteredLetter = ({ login, start }: AlreadyRegisteredFacts): Letter =>
  letter({
    subject: 'ログインアカウントは登録済みです',
    to: '求人者マイページをご利用の方へ',
    body: [
      'このメールアドレスで、求人者マイページのログインアカウントを新しく登録する申込みがありました。このメールアドレスはすでに登録されているため、新しい登録は行っていません。',
      ['次の画面からログインしてください。', login],
      ['パスワードがわからない場合は、次の画面からパスワードを登録し直してください。', start],
      'このメールに心当たりがない場合は、何もする必要はありません。登録の内容は変わっていません。',
    ],
  });
