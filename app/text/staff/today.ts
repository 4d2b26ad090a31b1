import { shortDate } from '../format.ts';

/** 今日 */
export const todayText = {
  title: '今日',
  closed: (reason: string): string =>
    `本日は閉庁日です（${reason}）。期限は前の開庁日までに繰り上がっています。`,
  nextReview: '次の1件を審査する',
  dueToday: '来庁期限が本日',
  overdue: '来庁期限を過ぎたもの',
  waiting: '確認待ちの求人（古い順）',
  refusals: '不受理の確認（監督者）',
  nextDue: 'これからの来庁期限',
  nextDueEmpty: 'これから先の来庁期限はありません。',
  emptyDueToday: (next: { date: string; count: number } | undefined): string =>
    next === undefined
      ? '本日が期限のものはありません。'
      : `本日が期限のものはありません。次は${shortDate(next.date)} ${next.count}件です。`,
  emptyOverdue: '期限を過ぎたものはありません。',
  emptyWaiting: '確認待ちの求人はありません。',
  emptyRefusals: '確認する不受理の起案はありません。',
  all: (count: number): string => `すべて見る（${count}件）`,
  waitingSince: (when: string): string => `${when}から`,
  allAhead: '期限がこれからのものを見る',
  dueOn: (count: number): string => `${count}件`,
  untitled: '職種未入力',
  first: {
    title: 'はじめての方へ：見本で試せること',
    review: '次の1件を審査し、受理してみる',
    email: '事業所を探してメールアドレスを登録し、控えを印刷する',
    employer: '求人者の側から見る（求人者マイページにログイン）',
    outbox: '求人者に届いたメールを読む（送信箱）',
  },
} as const;
