import type { Invariant } from '#app/domain/invariant.ts';

/** データの点検: states that should be impossible. */
export const invariantsText = {
  title: 'データの点検',
  lead: 'あり得ないはずの状態の記録を探します。毎日 2:00 に自動で点検し、この画面を開いたときにも点検します。',
  lookedAt: (instant: string): string => `前回の自動の点検：${instant}`,
  neverLooked: '自動の点検は、まだ行われていません。',
  fine: '問題は見つかりませんでした。',
  found: (count: number): string => `${count}件の記録を確認してください。`,
  foundWhat: '原因が分からないときは、システムの担当者に連絡してください。',
  columns: { invariant: '状態', records: '記録' },
  ok: 'なし',
  job: '処理待ちで確認する',
  words: {
    'valid-without-number': '受理した求人に、求人番号・受理日・有効期限のどれかがない',
    'valid-without-verdict': '受理した求人に、内容の判定がない',
    'valid-after-its-end': '有効期限が過ぎた求人が、有効のまま残っている',
    'waiting-without-due-date': '来庁待ちの求人に、来庁期限がない',
    'due-on-closed-day': '来庁期限が閉庁日になっている',
    'two-open-requests': '1つの求人に、終わっていない申込みが2つある',
    'account-without-password': '開設済みのアカウントに、パスワードがない',
    'restriction-without-verdict': '利用制限に、判定の記録がない',
    'published-without-decision': '公開中の画像に、確認の記録がない',
    'merged-with-records': '統合済みの事業所に、求人・アカウント・応募が残っている',
    'job-without-lease': '処理中の処理に、担当がない',
  } satisfies Record<Invariant, string>,
} as const;
