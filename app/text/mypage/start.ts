/** パスワード登録 (leaflet ②–⑥), opening online, sign-in. Figures come from the rules in force. */

export const startText = {
  titles: {
    start: 'パスワード登録',
    register: 'アカウントの登録（オンライン）',
    key: '認証キーの入力',
    password: 'パスワードの設定',
    forgot: 'パスワードの再設定',
  },
  indicator: '手続きの段階',
  steps: {
    start: ['同意とメールアドレス', '認証キー', 'パスワード', '開設完了'],
    register: ['同意とメールアドレス', '認証キー', 'パスワード', '登録完了'],
    forgot: ['メールアドレス', '認証キー', '新しいパスワード', '再設定完了'],
  },

  startLead:
    '窓口でメールアドレスを登録した方の手続きです。利用規約とプライバシーポリシーを読み、登録したメールアドレスを入力してください。',
  registerLead:
    'ハローワークにまだ事業所を登録していない方が、会社のパソコンから始める手続きです。アカウントを登録し、事業所情報と求人情報を入力（仮登録）した後、ハローワークの窓口で本登録の手続きを行うと、マイページが開設されます。',
  otherWay: {
    start: 'メールアドレスを窓口で登録していない方',
    toRegister: 'オンラインでアカウントを登録する',
    register: '窓口でメールアドレスを登録した方',
    toStart: 'パスワード登録に進む',
    both: 'すでにパスワードを登録した方',
    toLogin: 'ログインする',
  },
  /** Where our mails come from: the mailbox of the leaflet at this installation's own host. */
  sender: (host: string) => `system@${host}`,
  allowSender: (address: string) =>
    `メールの受信制限をしている場合は、先に「${address}」からの受信を許可してください。`,
  forgotLead:
    'ログインに使っているメールアドレスを入力してください。新しいパスワードを登録するための認証キーを送ります。',
  forgotNotes: [
    '登録のないメールアドレスや、パスワードの登録が済んでいないメールアドレスには、認証キーは届きません。',
    '新しいパスワードを登録すると、ほかの端末はすべてログアウトします。',
  ],
  forgotOther: 'メールを受信できなくなったときは、管轄のハローワークの窓口で変更の手続きを行ってください。',
  haveKey: '認証キーを入力する（窓口で発行された方）',
  emailHelp: {
    start: '窓口で登録したメールアドレスに認証キーを送ります。',
    register:
      'このメールアドレスに認証キーを送ります。ログインアカウントになりますので、会社用アドレスの使用をお勧めしています（半角100文字まで）。',
  },
  send: '次へ進む',
  readToEnd: '最後までスクロールして読んだ後、下の欄にチェックを入れてください。',
  hasRead: '最後まで表示しました。',
  openInOwnPage: (title: string) => `${title}を別の画面で読む`,

  keySentTo: '認証キーの送り先',
  keyLead: (minutes: number) =>
    `入力されたメールアドレスにメールを送りました。メールで届いた認証キーを、${minutes}分以内に入力してください。`,
  keyHelp: (minutes: number) =>
    `12文字の英数字です。全角・半角、大文字・小文字、ハイフンや空白の有無は問いません。発行から${minutes}分間のみ有効です。`,
  checkKey: '次へ進む',
  resendTitle: '認証キーが届かないとき・期限が過ぎたとき',
  resend: '新しい認証キーを送る',
  resendNote: '新しい認証キーを送ると、前の認証キーは使えなくなります。',
  notArrived: [
    '迷惑メールフォルダに入っていないか確認してください。',
    'メールアドレスが正しいか確認してください。違うときは、はじめから入力し直してください。',
  ],
  notArrivedFor: {
    start: [
      '窓口で登録したメールアドレスと同じか確認してください。登録のないメールアドレスには、認証キーは届きません。',
    ],
    register: ['すでに登録されているメールアドレスのときは、そのことをお知らせするメールが届きます。'],
    forgot: [
      'ログインに使っているメールアドレスと同じか確認してください。登録のないメールアドレスには、認証キーは届きません。',
    ],
  },
  startAgain: 'メールアドレスを入力し直す',

  passwordLead: 'ログインに使うパスワードを決めてください。',
  passwordRules: (min: number, max: number) => [
    `${min}文字以上${max}文字まで`,
    '文字の種類は問いません。空白も使えます',
    '「1234…」のような続きの文字や、同じ言葉の繰り返しは使えません',
    'メールアドレスの文字や「hellowork」などの言葉は使えません',
  ],
  passwordRulesTitle: 'パスワードの決まり',
  passwordHelp: '覚えやすい言葉をいくつか並べると、長くて破られにくくなります。',
  account: 'ログインアカウント',
  setPassword: 'パスワードを登録する',
} as const;

export const loginText = {
  title: 'ログイン',
  submit: 'ログイン',
  forgotten: 'パスワードを忘れた方',
  toForgot: 'パスワードを再設定する',
  noPassword: 'パスワードをまだ登録していない方',
  toStart: 'パスワード登録（認証キーの発行）',
  noAccount: 'アカウントをお持ちでない方',
  toRegister: 'オンラインでアカウントを登録する',
  demoTitle: '見本のアカウントでログイン',
  demoHelp: '練習用の架空の求人者です。押すだけでログインします。',
  demoButton: (name: string) => `${name}（見本）でログイン`,
} as const;

export const frontDoorText = {
  title: 'ハローワークの求人手続き',
  lead: '求人を申し込む事業所の方と、窓口の職員の入口です。',
  employer: {
    title: '求人者マイページ',
    about: '会社のパソコンから、求人の申込みや申込み状況の確認ができます。',
    login: 'ログイン',
    start: 'パスワード登録（窓口でメールアドレスを登録した方）',
    register: 'オンラインでアカウントを登録する（はじめての方）',
  },
  staff: {
    title: '窓口の職員',
    about: '事業所の登録、来庁の受付、求人の審査を行います。',
    login: '職員ログイン',
  },
  demo: '見本のデータで動いています。各ログイン画面に、押すだけで入れる見本のアカウントがあります。',
} as const;
