import { eraInstant } from './format.ts';

/** Words shared by every page. */

/** The number of the helpdesk in the leaflet. */
export const helpdesk = { name: 'ヘルプデスク', phone: '0570-077450', tel: 'tel:0570077450' } as const;

export const siteName = {
  staff: 'ハローワーク窓口',
  mypage: '求人者マイページ',
} as const;

export const common = {
  skipToMain: '本文へ移動',
  trail: '上の画面',
  today: '本日',
  /** Whose name was erased with the MyPage. */
  erasedEmployer: '退会した事業所',
  closedDay: '閉庁',
  search: '検索',
  back: '戻る',
  next: '次へ進む',
  previous: '前へ',
  save: '一時保存',
  cancel: '取りやめる',
  edit: '修正する',
  print: '印刷する',
  open: '開く',
  show: '表示',
  hide: '隠す',
  none: 'なし',
  notEntered: '未入力',
  untitledPosting: '（職種未入力）',
  yenUnit: '円',
  logout: 'ログアウト',
  loading: '読み込んでいます',
  sending: '送信中…',
  requiredSometimes: '※条件により必須',
  chooseNone: '選択しない',
  hidePassword: 'パスワードを隠す',
  confidential: '取扱注意',
  sample: '見本',
  demoNotice: '見本のデータで動いています。実在の事業所・人物ではありません。',
  item: '項目',
  content: '内容',
  /** The prefix of a document title and of a message when something must be corrected, or be confirmed. */
  error: 'エラー',
  confirm: '確認',
  titlePrefix: {
    error: (title: string) => `エラー：${title}`,
    confirm: (title: string) => `確認：${title}`,
  },
  errorSummary: (count: number) => `入力内容に${count}件の誤りがあります`,
  errorSummaryHelp: '次の項目を直してから、もう一度進んでください。入力した内容は残っています。',
  errorSummarySecret: '次の項目を直してから、もう一度進んでください。',
  warningSummary: (count: number) => `確認してほしい項目が${count}件あります`,
  warningSummaryHelp: '内容に間違いがなければ、もう一度同じボタンを押してください。',
  charactersLimit: (limit: number) => `${limit}文字まで`,
  charactersFrom: (least: number) => `${least}文字以上`,
  charactersRange: (least: number, limit: number) => `${least}文字以上${limit}文字まで`,
  onlyWhen: (label: string, words: readonly string[]) =>
    `「${label}」が${words.map((word) => `「${word}」`).join('または')}の場合に入力してください。`,
  onlyWhenTicked: (label: string) => `「${label}」にチェックを入れた場合に入力してください。`,
  onlyWhenNotTicked: (label: string) => `「${label}」にチェックを入れない場合に入力してください。`,
  pagination: 'ページの移動',
  previousPage: '前のページ',
  nextPage: '次のページ',
  page: (current: number, total: number) => `${current}／${total}ページ`,
  totalRows: (total: number) => `全${total}件`,
  sortBy: (label: string) => `${label}で並べ替える`,
  step: (current: number, total: number) => `${total}段階のうち${current}番目`,
  role: { clerk: '職員', supervisor: '監督者', auditor: '監査担当' },
  receiptNumber: '受付番号',
} as const;

/** 練習モード: what stands on every page of it, and on every sheet that is printed. */
export const trainingText = {
  mode: '練習モード',
  notice: '見本のデータと練習用の日付で動いています。本番の記録は変わらず、メールは外に送りません。',
  mark: '練習',
  sheetTitle: (title: string): string => `【練習】${title}`,
} as const;

/** Before and after the end of a session (ux.md §1.6). */
export const sessionEndText = {
  ending: (minutes: number) => `約${minutes}分後に自動でログアウトします。`,
  goOn: '続ける',
  offline:
    'サーバーにつながらないため、ログインを延長できませんでした。通信を確認し、もう一度「続ける」を押してください。',
  ended: 'しばらく操作がなかったため、ログアウトしました。',
  kept: '書きかけの内容は、この画面に残っています。別の画面でログインすると、この画面から続けて送信できます。',
  login: '別の画面でログインする',
} as const;

/** The label of a banner, beside its icon. */
export const bannerKinds = {
  success: '完了',
  error: 'エラー',
  warning: '注意',
  info: 'お知らせ',
} as const;

/** Support text every field of a kind carries, where its format needs saying. */
export const kindHelp: Readonly<Partial<Record<string, string>>> = {
  date: '例：2026-11-24、令和8年11月24日、R8.11.24。全角でもかまいません。',
  time: '例：9:00、18:30',
  kana: '全角カタカナで記録します。ひらがなで入力してもかまいません。',
};

/** Sentences around a verdict of the seven visit conditions. */
export const verdictText = {
  outcome: {
    employer: {
      'visit-required': 'ハローワークにお越しのうえ、本登録の手続きが必要です。',
      'visit-not-required': 'ハローワークへの来庁は必要ありません。',
      'not-applicable': '来庁の要否は判定の対象外です。',
    } as Readonly<Record<string, string>>,
    staff: {
      'visit-required': '来庁・本登録が必要な求人です。',
      'visit-not-required': '来庁・本登録は必要ありません。',
      'not-applicable': '来庁の要否は判定の対象外です。',
    } as Readonly<Record<string, string>>,
  },
  visited: (day: string) => `来庁・本登録は${day}に済んでいます。`,
  outcomeUnknown: (outcome: string) => `判定：${outcome}`,
  reasons: (count: number) => `理由（${count}件）`,
  dueDate: '来庁期限',
  basisOpen: (day: string, days: number) => `${days}日目の${day}です。`,
  basisClosed: (rawDay: string, days: number, dueDay: string) =>
    `${days}日目の${rawDay}は閉庁日のため、前の開庁日の${dueDay}です。`,
  closedDay: (day: string, reason: string) => `${day} ${reason}`,
  closedDays: (days: readonly string[]) => `（閉庁日：${days.join('、')}）`,
  source: '根拠を読む',
  interpretation: '解釈',
  ruleSet: (name: string, version: string) => `規則 ${name} 第${version}版`,
  version: (version: string) => `判定規則の版：${version}`,
  judgedOn: (day: string) => `${day}時点の判定`,
} as const;

/** Foot and head of printed pages. */
export const printText = {
  notice: 'この画面はA4で印刷できます。',
  /** 帳票名・発行日時・発行者 */
  foot: (title: string, issuedAt: string, issuer: string): readonly string[] => [
    title,
    `発行日時 ${eraInstant(issuedAt)}`,
    `発行者 ${issuer}`,
  ],
} as const;
