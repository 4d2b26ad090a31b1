/** Names of the screens, in the order of the menus. */
import { common } from './common.ts';

export const staffMenu = {
  label: '職員メニュー',
  today: '今日',
  reviews: '審査',
  establishments: '事業所',
  visits: '来庁',
  seekers: '求職者',
  referrals: '応募・結果',
  restrictions: '制限',
  outbox: '送信箱',
  rules: '規則',
  jobs: '処理待ち',
  statistics: '統計',
  mails: 'メール',
  deadlines: '期限',
  audit: '記録',
  retention: '消去',
  office: '安定所',
  training: '練習',
  help: 'ヘルプ',
} as const;

export const staffHeader = {
  searchLabel: '事業所を探す',
  searchHelp: '番号・法人番号・名称・カナ・電話',
  search: common.search,
  counts: '件数',
  reviews: '求人',
  changes: '変更',
  images: '画像',
  visits: '来庁',
  dueToday: '期限今日',
  deadJobs: '送信などの失敗',
  user: '利用者',
  settings: '個人設定',
} as const;

export const mypageMenu = {
  label: 'マイページメニュー',
  home: 'ホーム',
  postingNew: '求人を申し込む',
  establishment: '事業所情報',
  images: '画像',
  messages: 'メッセージ',
  unread: (count: number): string => `（未読${count}）`,
  applicants: '応募者',
  seekers: '求職情報検索',
  account: 'アカウント',
} as const;

export const footerMenu = {
  label: 'このサイトについて',
  terms: '利用規約',
  privacy: 'プライバシーポリシー',
  accessibility: 'ウェブアクセシビリティ',
  help: 'お困りのときは',
  helpHours: '平日 9:30～18:00（年末年始・祝日を除く）',
} as const;
