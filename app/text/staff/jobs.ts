import type { JobKind, JobState } from '#app/domain/job.ts';

/** 処理待ち */
export const jobsText = {
  title: '処理待ち',
  lead: 'メールの送信など、画面の操作のあとに自動で行う処理です。失敗が続いた処理はここに残ります。',
  tabsLabel: '状態で絞り込む',
  tabs: {
    dead: '失敗・要確認',
    ready: '待機中',
    running: '処理中',
    done: '完了',
    cancelled: '取消し',
  } satisfies Record<JobState, string>,
  caption: '処理の一覧',
  columns: {
    kind: '処理',
    about: '対象の求人',
    attempts: '試行',
    runAt: '予定',
    created: '受付',
    error: '直前のエラー',
    act: '扱い',
  },
  kinds: {
    'posting.expire': '有効期限が過ぎた求人を無効にする',
    'key.issue': '認証キーの発行',
    'rules.rejudge': '規則の新しい版による再判定',
    'mail.key': 'メール：認証キー',
    'mail.alreadyRegistered': 'メール：登録済みのお知らせ',
    'mail.postingReceived': 'メール：求人の受付',
    'mail.postingReturned': 'メール：求人の差戻し',
    'mail.postingAccepted': 'メール：求人の受理',
    'mail.postingRefused': 'メール：求人の不受理',
    'mail.decisionUndone': 'メール：受理・差戻しの取消し',
    'mail.visitDemanded': 'メール：来庁のお願い',
  } satisfies Record<JobKind, string>,
  untitled: '職種未入力',
  times: (count: number): string => `${count}回`,
  retry: 'もう一度行う',
  cancel: '取り消す',
  empty: (tab: string): string => `「${tab}」の処理はありません。`,
  supervisorOnly: '再実行と取消しは、監督者だけが行えます。監督者に依頼してください。',
} as const;
