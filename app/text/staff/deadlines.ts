import type { DeadlineKind } from '#app/domain/deadline.ts';
import { shortDate } from '../format.ts';

/** 期限: what falls on which day, and how each day was counted. */
export const deadlinesText = {
  title: '期限',
  month: (year: number, month: number, era: string): string => `${year}年${month}月（${era}）`,
  months: '月の移動',
  previous: '前の月',
  next: '次の月',
  thisMonth: '今月',
  kinds: {
    visit: '来庁期限',
    hold: '保留の再開日',
    check: '追加した確認',
    notice: '選考結果の通知',
    overdue: '選考結果の制限対象',
    promise: '解除の約束日',
    stop: '募集停止日',
    validity: '求人の有効期限',
    erasure: '退会後の消去日',
  } satisfies Record<DeadlineKind, string>,
  kindsLabel: '種類で絞り込む',
  all: 'すべて',
  grid: '月間カレンダー',
  dayCount: (kind: DeadlineKind, count: number): string => `${deadlinesText.kinds[kind]} ${count}`,
  list: '期限の一覧',
  listOf: (day: string): string => `${day}の期限`,
  wholeMonth: '月の一覧に戻る',
  empty: 'この期間に期限はありません。',
  columns: { date: '期限', kind: '種類', about: '対象', establishment: '事業所', how: '数え方' },
  untitled: '職種未入力',
  missing: (count: number): string => `未登録の選考結果 ${count}件`,
  sheet: '月間一覧を印刷する',
  sheetTitle: '期限の月間一覧',
  sheetLimit: (rows: number): string => `はじめの${rows.toLocaleString('ja-JP')}件までを載せています。`,

  how: {
    visit: (from: string, days: number, raw: string): string =>
      `仮登録 ${shortDate(from)} ＋ ${days}日 ＝ ${shortDate(raw)}`,
    skipped: (days: readonly string[], due: string): string =>
      `（閉庁：${days.join('、')}）→ ${shortDate(due)}`,
    skippedDay: (date: string, reason: string): string => `${shortDate(date)} ${reason}`,
    unknown: '判定の記録がありません。',
    hold: (placed: string, reason: string): string => `${shortDate(placed)}に保留（${reason}）`,
    check: (added: string, reason: string): string => `${shortDate(added)}に追加（${reason}）`,
    notice: (referred: string, weeks: number): string =>
      `紹介 ${shortDate(referred)} から${weeks}週間が過ぎた翌日`,
    overdue: (referred: string, weeks: number): string =>
      `紹介 ${shortDate(referred)} から${weeks}週間が過ぎた翌日（上限を超えると利用制限）`,
    promise: (released: string): string => `${shortDate(released)}の解除のときに約束した日`,
    validity: (accepted: string): string => `受理 ${shortDate(accepted)} の月の翌々月の末日`,
    extended: (accepted: string): string => `受理 ${shortDate(accepted)}、有効期間を変更済み`,
    stop: '受理した募集停止の申込みで指定された日',
    erasure: (withdrawn: string, days: number): string =>
      `退会 ${shortDate(withdrawn)} ＋ ${days}日が過ぎた翌日`,
  },
} as const;
