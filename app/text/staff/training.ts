import type { TrainingEvent } from '#app/domain/training.ts';
import { grouped, longDate, monthDay, shortDate } from '../format.ts';

/** 練習: moving the clock of a training database, and what happened on the way. */
export const trainingPageText = {
  title: '練習',
  now: (date: string, time: string): string => `練習の今：${longDate(date)} ${time}`,
  lead: '日付を進めると、その間の毎日の自動処理（失効・お知らせ・利用制限・消去など）を1日ずつ行い、行ったことを下に表示します。メールは送信箱に入ります。',
  forwardOnly: '日付は先にだけ進みます。戻したいときは、はじめからやり直してください。',
  nextDay: '翌日へ',
  fortnight: '14日後へ',
  goTo: 'この日まで進める',
  chosenTitle: '日付を指定して進める',
  moving: (from: string, to: string): string => `${shortDate(from)} から ${shortDate(to)} まで進めています。`,
  progressLabel: '日付の進み方',
  progress: (done: number, all: number): string => `${grouped(done)} / ${grouped(all)}日`,
  halt: 'ここで止める',
  resetting: 'はじめの状態に戻しています。',
  reader: '日付を進めるのは、職員と監督者だけが行えます。',
  aheadTitle: 'この先に起きること',
  aheadLead: 'いまの記録のまま進めたときに、次に起きる日です。',
  ahead: {
    visit: '来庁待ちの求人が失効する',
    notice: '選考結果未入力通知が送られる',
    restriction: '選考結果の未登録が多い事業所が、利用制限になる',
    validity: '求人の有効期限が切れる',
    message: 'メッセージが消去される',
  } satisfies Record<TrainingEvent, string>,
  aheadColumns: { what: '起きること', day: '日付', go: '進める' },
  goToDay: (date: string): string => `${monthDay(date)}へ`,
  aheadNone: 'いまの記録からは、この先に起きることはありません。',
  daysTitle: '自動で行われたこと',
  daysLead: '新しい日から順に並べています。何も起きなかった日は省いています。',
  daysNone: 'まだ何も起きていません。日付を進めてください。',
  acts: '行ったこと',
  others: (count: number): string => `このほかの記録（ほかの安定所の分など）：${grouped(count)}件`,
  ofAll: (word: string, count: number): string => `${word} ${grouped(count)}件`,
  mails: (count: number): string => `メール ${grouped(count)}通`,
  mailsMore: '続きは送信箱にあります。',
  resetTitle: 'はじめからやり直す',
  resetWhat:
    '求人・応募・メールなどの記録と日付を、練習を始めたときの状態に戻します。ログインしている人は、そのまま続けられます。',
  reset: 'はじめの状態に戻す',
} as const;
