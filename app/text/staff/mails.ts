import type { JobState } from '#app/domain/job.ts';

/** メールの記録: what was sent to whom of the office's employers, and what became of it. */
export const mailsText = {
  title: 'メールの記録',
  lead: 'この安定所の求人者に送るメールです。宛先は、メールを開いて「宛先を表示する」を押したときだけ表示し、表示したことを記録します。',
  of: (name: string): string => `${name}へのメール`,
  all: 'すべてのメールを表示する',
  toCatalogue: 'メールの種類と文面を見る',
  tabsLabel: '状態で絞り込む',
  tabs: {
    all: 'すべて',
    dead: '失敗・要確認',
    ready: '待機中',
    running: '送信中',
    done: '送信済み',
    cancelled: '送信せず',
  } satisfies Record<JobState | 'all', string>,
  caption: 'メールの一覧',
  columns: {
    created: '受付',
    kind: '種類',
    establishment: '事業所',
    state: '状態',
    sent: '送信',
    error: '説明',
  },
  empty: '条件に合うメールはありません。',
  kind: (words: string): string => words.replace(/^メール：/, ''),

  one: {
    title: 'メール',
    facts: 'メールの記録',
    recipient: '宛先（いまの登録）',
    masked: (address: string): string => address.replace(/^(.).*@/, '$1＊＊＊＊@'),
    open: '宛先を表示する',
    opened: '宛先を表示したことを、閲覧の記録に残しました。',
    nobody: '宛先のアカウントがありません。',
    attempts: '試行',
    posting: '対象の求人',
    toPosting: '求人を開く',
    copy: '送信箱で本文を見る',
    next: '次の送信',
    nextAt: (when: string): string => `${when}ごろに、自動で送ります。`,
    resend: '送り直す',
    /** What a clerk does about a mail that did not arrive. */
    advice: {
      dead: '自動の送信は終わりました。説明を確認し、必要なときはメールアドレスを訂正してから送り直してください。',
      ready: '送信を待っています。自動で送られるため、送り直す必要はありません。',
      running: 'いま送信しています。',
      done: '',
      cancelled: '送信しない理由がなくなったときは、送り直せます。',
    } satisfies Record<JobState, string>,
    resends: '送り直しの記録',
    resendColumns: { at: '日時', by: '職員', reason: '理由' },
    whatIsIt: 'このメールの種類と文面の見本',
    keyAgain:
      '認証キーのメールは送り直せません。事業所カードの「マイページのアカウント」でメールアドレスを選び、認証キーを再発行してください。',
    noResend: '送り直しは、職員と監督者が行えます。',
    back: 'メールの記録に戻る',
    ofEstablishment: 'この事業所へのメールをすべて見る',
  },
} as const;
