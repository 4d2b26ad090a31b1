/** 職員ログイン */
export const loginText = {
  title: '職員ログイン',
  lead: '職員IDとパスワードを入力してください。',
  submit: 'ログイン',
  forgotten: 'パスワードを忘れたときは、所属の監督者にお申し出ください。',
  demoTitle: '見本の職員でログイン',
  demoLead: '見本のデータで動いています。ボタンを押すと、その職員としてログインします。',
  demoButton: (name: string, role: string): string => `${name}（${role}）としてログイン`,
  toMypage: '求人者の方はこちら（求人者マイページ）',
} as const;

/** パスワードの変更 */
export const passwordText = {
  title: 'パスワードの変更',
  lead: (min: number, max: number): string =>
    `初回パスワードでログインしたときは、はじめに自分のパスワードに変えてください。${min}文字以上${max}文字まで、文字の種類は問いません。変えたあとは、もう一度ログインします。`,
  submit: 'パスワードを変える',
  back: '今日の画面に戻る',
} as const;
