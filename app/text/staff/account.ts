import { dayOfYear, longDate } from '../format.ts';

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

  help: '手続き',
  helpOf: (email: string): string => `${email} の手続き`,
} as const;

/** アカウントの手続き: what the counter does for an employer who cannot get in, 利用不可, 退会の取消し. */
export const accountHelpText = {
  title: 'アカウントの手続き',
  stateTitle: 'アカウントの状態',
  back: 'アカウントの手続きに戻る',
  toCard: '事業所カードに戻る',
  actsTitle: 'できること',
  rows: {
    email: 'メールアドレス',
    state: '状態',
    opened: '開設した日',
    last: '最後のログイン',
    sessions: 'ログイン中の端末',
    failures: 'ログインの失敗',
    guesses: '認証キーの入力',
    mails: '認証キーのメール',
    former: '以前のメールアドレス',
    withdrawal: '退会',
  },
  never: 'まだありません',
  sessions: (count: number): string => `${count}台`,
  failures: (count: number, limit: number, minutes: number): string =>
    count > limit
      ? `制限中（${minutes}分間に${limit}回まで）`
      : `${count}回（${minutes}分間に${limit}回まで）`,
  ofDay: (count: number, limit: number): string =>
    count > limit ? `制限中（1日${limit}回まで）` : `${count}回（1日${limit}回まで）`,
  former: (email: string, day: string, by: string): string => `${email}（${day}に${by}変更）`,
  by: { holder: 'ご本人が', counter: '窓口で' },
  withdrawn: (day: string): string =>
    `このマイページは${dayOfYear(day)}に退会しています。事業所カードから退会を取り消すと、手続きができます。`,
  acts: {
    'reissue-key': {
      title: '認証キーの再発行',
      link: '認証キーを再発行する',
      about: '認証キーのメールが届かない方、1日の上限になった方に、もう一度送ります。',
      submit: '再発行する',
      happens: [
        '登録されたメールアドレスに、新しい認証キーを送ります。前の認証キーは使えなくなります。',
        '認証キーは職員には表示されません。間違えた回数は、そのまま残ります。',
      ],
    },
    unlock: {
      title: '入力の制限の解除',
      link: '入力の制限を解除する',
      about: 'ログインの失敗や認証キーの入力が続いて、受け付けを止めているときに解除します。',
      submit: '解除する',
      happens: ['ログインの失敗、認証キーの入力、認証キーのメールの回数を、はじめから数えます。'],
    },
    'end-sessions': {
      title: '全端末のログアウト',
      link: 'すべての端末をログアウトさせる',
      about: '端末の紛失など、ほかの人に使われるおそれがあるときに行います。',
      submit: 'ログアウトさせる',
      happens: [
        'このアカウントでログインしている端末は、すぐにすべてログアウトします。',
        'パスワードは変わりません。知られたおそれがあるときは、再設定をご案内ください。',
      ],
    },
    'replace-email': {
      title: 'メールアドレスの変更（本人確認）',
      link: 'メールアドレスを変更する',
      about:
        '担当者の退職などで、登録したメールアドレスを受信できなくなったときに、来庁した方の本人確認をして変更します。',
      submit: '読み合わせに進む',
      happens: [
        'これまでのメールアドレスとパスワードでは、ログインできなくなります。ログイン中の端末は、すぐにログアウトします。',
        '新しいメールアドレスに認証キーを送ります。「パスワード登録」で新しいパスワードを登録すると、ログインできます。',
        'これまでのメールアドレスにも、変更したことをお知らせします。',
      ],
    },
  },
  mypage: {
    suspend: {
      title: 'マイページを利用不可とする',
      link: '利用不可とする',
      submit: '利用不可とする',
      happens: [
        'マイページは、すぐに閉じます。退会とアカウントの手続きのほかは、利用できません。',
        'すべてのメールアドレスでログアウトし、利用不可となったことをメールでお知らせします。理由はメールに書かれません。',
        '求人の受付や紹介は、窓口でこれまでどおり行えます。',
      ],
      notNow: 'このマイページは、すでに利用不可です。',
    },
    resume: {
      title: '利用不可の解除',
      link: '利用不可を解除する',
      submit: '解除する',
      happens: ['マイページを、また利用できるようになります。求人者にメールでお知らせします。'],
      notNow: 'このマイページは、利用不可ではありません。',
    },
    'undo-withdrawal': {
      title: '退会の取消し',
      link: '退会を取り消す',
      submit: '退会を取り消す',
      happens: [
        'マイページは消去されません。これまでのメールアドレスとパスワードで、またログインできます。',
        '登録されたメールアドレスすべてに、メールでお知らせします。',
      ],
      notNow: 'このマイページは、退会していません。',
    },
  },
  suspendedSince: (day: string): string => `マイページは利用不可です（${dayOfYear(day)}から）`,
  suspendedReason: '理由',
  withdrawnOn: (day: string): string => `${dayOfYear(day)}に退会しました`,
  erasedFrom: (day: string): string =>
    `${longDate(day)}に、マイページを完全に消去します。その前日まで、退会を取り消せます。`,
  erasureDue: (day: string): string => `消去の日（${dayOfYear(day)}）になったため、退会を取り消せません。`,
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
