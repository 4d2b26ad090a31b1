import { dayOfYear, shortDate, timeOfInstant } from '../format.ts';

/** 今日 */
export const todayText = {
  title: '今日',
  sheet: '本日の一覧',
  print: '本日の一覧を印刷する',
  sheetDue: '期限が本日までのもの',
  sheetOwn: 'あなたの担当と確認中のもの',
  emptySheetDue: '期限が本日までのものはありません。',
  closed: (reason: string, next: string): string =>
    `本日は閉庁日です（${reason}）。次の開庁日は${dayOfYear(next)}です。期限は前の開庁日までに繰り上がっています。`,
  open: (next: string): string => `本日は開庁日です。次の開庁日は${dayOfYear(next)}です。`,
  nextReview: '次の1件を審査する',
  dueToday: '本日が期限',
  overdue: '期限を過ぎたもの',
  claimed: 'あなたが確認中',
  assigned: 'あなたの担当',
  resumed: '保留の再開日が来たもの',
  visits: '来庁',
  visited: '本日の来庁（登録済み）',
  expected: 'これから来庁いただくもの',
  refusals: '不受理の確認（監督者）',
  restrictions: '新しい利用制限（7日以内）',
  opened: '最近開いたもの',
  emptyDueToday: (next: { date: string; count: number } | null): string =>
    next === null
      ? '本日の期限はありません。'
      : `本日の期限はありません。次は${shortDate(next.date)} ${next.count}件です。`,
  emptyOverdue: '期限を過ぎたものはありません。',
  emptyClaimed: '確認中のものはありません。審査の画面で「確認を始める」を押すと、ここに並びます。',
  emptyAssigned: 'あなたが担当のものはありません。',
  emptyResumed: '再開日が来た保留はありません。',
  emptyVisited: '本日登録した来庁はありません。',
  emptyExpected: 'これから来庁いただくものはありません。',
  emptyRefusals: '確認する不受理の起案はありません。',
  emptyRestrictions: '新しい利用制限はありません。',
  emptyOpened: 'まだ何も開いていません。',
  all: (count: number): string => `すべて見る（${count}件）`,
  registeredAt: (at: string): string => `${timeOfInstant(at)}登録`,
  begunOn: (day: string): string => `${shortDate(day)}から`,
  releasedOn: (day: string): string => `${shortDate(day)}に解除`,
  openedAt: (at: string): string => timeOfInstant(at),
  untitled: '職種未入力',
  screens: {
    review: '求人',
    change: '変更の申込み',
    'image.review': '画像の審査',
    'establishment.card': '事業所カード',
  },
  first: {
    title: 'はじめての方へ：見本で試せること',
    review: '次の1件を審査し、受理してみる',
    email: '事業所を探してメールアドレスを登録し、控えを印刷する',
    employer: '求人者の側から見る（求人者マイページにログイン）',
    outbox: '求人者に届いたメールを読む（送信箱）',
  },
} as const;
