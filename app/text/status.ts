/** Status words and marks (ux.md §1.7): the same word, icon and colour for a state on every page. */
import type { AccountState } from '#app/domain/account.ts';
import type { ChangeState } from '#app/domain/changeRequest.ts';
import type { EstablishmentState } from '#app/domain/establishment.ts';
import type { ImageState } from '#app/domain/image.ts';
import type { PostingState } from '#app/domain/posting.ts';
import type { ReferralAge, ReferralState } from '#app/domain/referral.ts';
import type { SweepRunState } from '#app/domain/sweep.ts';

export type Tone = 'gray' | 'blue' | 'yellow' | 'green' | 'red';

/** Names of the marks drawn in app/components/ui/icons.tsx. */
export type MarkIcon =
  | 'pencil'
  | 'person'
  | 'magnifier'
  | 'return'
  | 'hourglass'
  | 'cross'
  | 'check'
  | 'stop'
  | 'clock'
  | 'mail'
  | 'key'
  | 'warning'
  | 'gear'
  | 'dots';

/** `outline` marks a state in which somebody else has to act first. */
export type Mark = { word: string; icon: MarkIcon; tone: Tone; outline?: true };

export const postingMarks: Readonly<Record<PostingState, Mark>> = {
  draft: { word: '下書き', icon: 'pencil', tone: 'gray' },
  awaiting_visit: { word: '仮登録・来庁待ち', icon: 'person', tone: 'yellow' },
  under_review: { word: '確認待ち', icon: 'magnifier', tone: 'blue' },
  returned: { word: '差戻し', icon: 'return', tone: 'red', outline: true },
  refusal_proposed: { word: '不受理・監督者確認待ち', icon: 'hourglass', tone: 'red', outline: true },
  refused: { word: '不受理', icon: 'cross', tone: 'red' },
  valid: { word: '受理・公開', icon: 'check', tone: 'green' },
  invalid: { word: '無効', icon: 'stop', tone: 'gray' },
  lapsed: { word: '期限超過・失効', icon: 'clock', tone: 'gray' },
};

/** States of a change request. */
export const changeMarks: Readonly<Record<ChangeState, Mark>> = {
  draft: { word: '下書き', icon: 'pencil', tone: 'gray' },
  submitted: { word: '確認待ち', icon: 'magnifier', tone: 'blue' },
  returned: { word: '差戻し', icon: 'return', tone: 'red', outline: true },
  accepted: { word: '受理', icon: 'check', tone: 'green' },
  rejected: { word: '不承認', icon: 'cross', tone: 'red' },
  withdrawn: { word: '取下げ', icon: 'stop', tone: 'gray' },
  void: { word: '失効', icon: 'clock', tone: 'gray' },
};

/** States of a run of a sweep. */
export const sweepRunMarks: Readonly<Record<SweepRunState, Mark>> = {
  waiting: { word: '開始待ち', icon: 'hourglass', tone: 'gray' },
  running: { word: '実行中', icon: 'gear', tone: 'blue' },
  stopped: { word: '停止中', icon: 'stop', tone: 'yellow', outline: true },
  done: { word: '完了', icon: 'check', tone: 'green' },
  failed: { word: '失敗・要確認', icon: 'cross', tone: 'red' },
};

/** What an account is to the counter: its stored state, or that there is none, or that a key or a visit is open. */
export type AccountMarkCode =
  | AccountState
  | 'none'
  | 'key_sent'
  | 'awaiting_counter'
  | 'suspended'
  | 'withdrawn'
  | 'invited';

export const accountMarks: Readonly<Record<AccountMarkCode, Mark>> = {
  none: { word: '未開設', icon: 'dots', tone: 'gray' },
  mail_registered: { word: 'メール登録済', icon: 'mail', tone: 'blue' },
  key_sent: { word: 'キー送信済', icon: 'key', tone: 'yellow' },
  awaiting_counter: { word: '窓口手続き待ち', icon: 'person', tone: 'yellow' },
  active: { word: '開設済', icon: 'check', tone: 'green' },
  suspended: { word: '利用不可', icon: 'stop', tone: 'red' },
  withdrawn: { word: '退会手続中', icon: 'clock', tone: 'yellow' },
  invited: { word: '確認待ち', icon: 'mail', tone: 'yellow' },
};

export const establishmentMarks: Readonly<Record<EstablishmentState, Mark>> = {
  provisional: { word: '仮登録', icon: 'hourglass', tone: 'yellow' },
  registered: { word: '登録済', icon: 'check', tone: 'green' },
  transferred_out: { word: '移管済', icon: 'stop', tone: 'gray' },
  merged: { word: '統合済み', icon: 'stop', tone: 'gray' },
};

export const imageMarks: Readonly<Record<ImageState, Mark>> = {
  inspecting: { word: '検査中', icon: 'gear', tone: 'blue', outline: true },
  waiting: { word: '確認待ち', icon: 'magnifier', tone: 'blue' },
  published: { word: '公開', icon: 'check', tone: 'green' },
  returned: { word: '差戻し', icon: 'return', tone: 'red', outline: true },
  hidden: { word: '表示不可', icon: 'cross', tone: 'red' },
  removed: { word: '取下げ', icon: 'stop', tone: 'gray' },
};

/** States of a row in the job table (reliability.md §4). */
export type JobMarkCode = 'ready' | 'running' | 'done' | 'dead' | 'cancelled';

export const jobMarks: Readonly<Record<JobMarkCode, Mark>> = {
  ready: { word: '待機中', icon: 'clock', tone: 'blue' },
  running: { word: '処理中', icon: 'gear', tone: 'blue', outline: true },
  done: { word: '完了', icon: 'check', tone: 'green' },
  dead: { word: '失敗・要確認', icon: 'warning', tone: 'red' },
  cancelled: { word: '取消し', icon: 'stop', tone: 'gray' },
};

/** Whether the wages of the yearly revision are known in a prefecture. */
export const wageMarks = {
  missed: { word: '未登録', icon: 'warning', tone: 'yellow' },
  known: { word: '登録済み', icon: 'check', tone: 'green' },
} as const satisfies Record<string, Mark>;

/** Where a due date stands; `none` needs no badge. */
export type DueCode = 'none' | 'soon' | 'today' | 'overdue';

/** 期限: 残りが3開庁日以内なら注意、本日、超過。 */
export const dueMarks = {
  soon: (openDays: number): Mark => ({ word: `あと${openDays}開庁日`, icon: 'clock', tone: 'yellow' }),
  today: (): Mark => ({ word: '本日', icon: 'clock', tone: 'yellow' }),
  overdue: (days: number): Mark => ({ word: `${days}日超過`, icon: 'warning', tone: 'red' }),
} as const;

export const dueWords = {
  left: (openDays: number) => `あと${openDays}開庁日`,
} as const;

/** 選考結果 of a referral; how old a missing one is, `referralAgeMarks` says. */
export const referralMarks: Readonly<Record<ReferralState, Mark>> = {
  referred: { word: '未登録', icon: 'hourglass', tone: 'blue' },
  hired: { word: '採用', icon: 'check', tone: 'green' },
  not_hired: { word: '不採用', icon: 'cross', tone: 'gray' },
  declined_by_applicant: { word: 'その他（応募者の辞退）', icon: 'return', tone: 'gray' },
  cancelled: { word: 'その他（紹介の取消し）', icon: 'stop', tone: 'gray' },
};

/** 未登録 · 2週超(通知済) · 3週超(制限対象), with the weeks of the rules in force. */
export const referralAgeMarks: Readonly<
  Record<ReferralAge, (weeks: { noticeWeeks: number; overdueWeeks: number }) => Mark>
> = {
  fresh: () => referralMarks.referred,
  noticed: ({ noticeWeeks }) => ({ word: `${noticeWeeks}週超（通知済）`, icon: 'mail', tone: 'yellow' }),
  overdue: ({ overdueWeeks }) => ({ word: `${overdueWeeks}週超（制限対象）`, icon: 'warning', tone: 'red' }),
};

/** 利用制限 of an establishment. */
export const restrictionMarks = {
  open: { word: '利用制限中', icon: 'stop', tone: 'red' },
  released: { word: '解除', icon: 'check', tone: 'gray' },
  ended: { word: '移管により終了', icon: 'stop', tone: 'gray' },
} as const satisfies Record<string, Mark>;
