/** メールアドレス登録と読み合わせ */
export const accountText = {
  title: 'メールアドレスの登録',
  lead: 'マイページのログインアカウントになるメールアドレスを登録します。入力のあと、お客様と一緒に読み合わせをします。',
  existing: '登録済みのメールアドレス',
  existingEmpty: 'まだ登録されていません。',
  printGuide: (email: string): string => `${email} の控えを印刷`,
  next: '読み合わせに進む',
  back: '事業所カードに戻る',
  provisional: 'この事業所は仮登録です。先に事業所の本登録を済ませてください。',
  toRegistration: '事業所の本登録へ',
  readBackTitle: '読み合わせ',
  readBackLead: '画面をお客様に見ていただき、1文字ずつ声に出して確認してください。',
  readBackLabel: '登録するメールアドレス',
  characters: (count: number): string => `全部で${count}文字です。`,
  spelled: 'まぎらわしい文字',
  place: (place: number): string => `${place}文字目`,
  edit: '訂正',
  confirmed: 'お客様確認済',
  typo: (suggestion: string): string => `入力の誤りかもしれません。「${suggestion}」ではありませんか。`,
  freeMail: (domain: string): string =>
    `「${domain}」は個人用に使われることの多いメールです。会社用アドレスの使用をお勧めしています。`,
} as const;

/** Characters that are taken for each other when read on screen or aloud, in words. */
export const confusableWords: Readonly<Record<string, string>> = {
  '0': '数字のゼロ',
  O: '大文字のオー',
  '1': '数字のイチ',
  l: '小文字のエル',
  I: '大文字のアイ',
  '-': 'ハイフン',
  _: '下線（アンダーバー）',
};
