import type { QueueKind } from '#app/domain/queue.ts';
import { dayOfYear, monthDay } from '../format.ts';

/** Tabs of the queue, and 種別 of a row: the same word in both. */
export const queueKindWords: Readonly<Record<QueueKind, string>> = {
  new: '新規',
  content: '変更',
  stop: '募集停止',
  extension: '延長',
  establishment: '事業所',
  image: '画像',
  check: '追加確認',
  visit: '本登録待ち',
  withdrawal: '退会',
};

/** 審査キュー */
export const queueText = {
  title: '審査キュー',
  caption: '審査を待つもの',
  tabsLabel: '種別で絞り込む',
  all: 'すべて',
  done: '処理済みの変更の申込み',
  dueLabel: '期限',
  due: { all: '指定しない', overdue: '期限を過ぎたもの', today: '本日が期限', ahead: '期限がこれからのもの' },
  holderLabel: '担当',
  holder: { all: '全員', mine: '自分', none: 'なし' },
  onlyLabel: (held: number): string => `保留（いま${held}件）`,
  only: { all: '指定しない', held: '保留中のもの', resumed: '再開日が来たもの' },
  searchLabel: '職種・事業所名・事業所番号',
  apply: '絞り込む',
  clear: '絞り込みを外す',
  next: '次の1件',
  noNext: (tab: string | null): string =>
    tab === null
      ? 'いま審査できるものはありません。ほかの職員が確認中のもの、ほかの職員の担当、保留は除いています。'
      : `「${tab}」に、いま審査できるものはありません。ほかの職員が確認中のもの、ほかの職員の担当、保留は除いています。`,
  withdrawn:
    '退会した求人者です。消去日になると、マイページの情報は自動的に消去されます。窓口の手続きはありません。',
  columns: {
    pick: '選択',
    kind: '種別',
    due: '期限（残り）',
    number: '番号',
    establishment: '事業所',
    title: '職種・内容',
    reasons: '確認理由',
    holder: '担当',
    since: '受付から',
  },
  noDue: '期限なし',
  noReasons: '来庁の要件なし',
  sentAgain: '差戻し後の再送',
  refusal: '不受理の確認',
  rejudged: (version: string, before: string, after: string): string =>
    before === after
      ? `規則の変更（版 ${version}）で理由が変わりました`
      : `規則の変更（版 ${version}）：${before} → ${after}`,
  why: {
    content: '求人内容の変更の申込み',
    stop: '募集停止の申込み',
    extension: '有効期間の延長の申込み',
    establishment: '事業所情報の変更の申込み',
    image: '公開前の画像',
    withdrawal: '退会',
  } satisfies Partial<Record<QueueKind, string>>,
  untitled: '職種未入力',
  establishmentChange: '事業所情報',
  establishmentCheck: '事業所の確認',
  images: (count: number): string => `画像 ${count}枚`,
  erasedOn: (day: string): string => `消去日 ${dayOfYear(day)}`,
  withdrawnOn: (day: string): string => `退会 ${monthDay(day)}`,
  provisional: '事業所仮登録',
  reviewing: '確認中',
  empty: '未処理のものはありません。',
  emptyFiltered: '条件に合うものはありません。',
  toDone: '処理済みの変更の申込みを見る',

  bulk: {
    label: 'まとめて行う',
    pick: (what: string): string => `${what}を選ぶ`,
    begin: '確認を始める',
    assign: '担当にする',
    assignTo: '担当にする人',
    choose: '選んでください',
    nobody: '担当なし',
    self: (name: string): string => `${name}（自分）`,
    help: (limit: number): string => `一覧の左端で選びます。一度に${limit}件まで。`,
    none: '一覧の左端で、対象を1件以上選んでください。',
    tooMany: (count: number, limit: number): string =>
      `一度に選べるのは${limit}件までです。いま${count}件選ばれています。`,
    noPerson: '「担当にする人」を選んでください。',
    partly: (done: number, left: number): string =>
      `${done}件を行いました。次の${left}件は、いまのままです。`,
    unknown: '一覧から外れたもの',
    left: {
      held: (holder: string): string => `${holder} さんが確認中です。`,
      gone: 'すでに処理されています。',
      'no-posting': '「確認を始める」は求人だけに使います。担当は決められます。',
    },
  },

  news: {
    arrived: (count: number): string => `新着${count}件`,
    show: '表示する',
  },
} as const;

/** 処理済みの変更の申込み */
export const doneText = {
  title: '処理済みの変更の申込み',
  tabsLabel: '状態で絞り込む',
  tabs: { ended: '処理済み', returned: '差戻し中' },
  empty: (tab: string): string => `「${tab}」の申込みはありません。`,
} as const;
