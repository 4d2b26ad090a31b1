import type { ReleaseChannel } from '#app/domain/restriction.ts';
import { count, dayOfYear, longDate, monthDay } from '../format.ts';

/** 制限と解除 */
export const restrictionsText = {
  title: '利用制限',
  tabsLabel: '状態で絞り込む',
  tabs: { open: '制限中', released: '解除済み' },
  caption: '利用制限の一覧',
  empty: { open: '現在の制限はありません。', released: '解除した制限はありません。' },
  columns: {
    establishment: '事業所',
    phone: '電話',
    begun: '制限した日',
    overdue: '未登録（制限対象）',
    released: '解除した日',
    promised: '約束日',
  },

  over: '利用制限',
  summary: '制限の内容',
  fields: {
    establishment: '事業所',
    phone: '電話',
    contact: '担当者',
    begun: '制限した日',
    reason: '理由',
    overdue: '現在の未登録（制限対象）',
    closed: '制限している機能',
    open: '利用できる機能',
  },
  noVerdict: '判定の記録がありません。',
  overdueOf: (overdue: number, most: number): string => `${count(overdue)}（上限 ${count(most)}）`,
  stillAbove: (overdue: number, most: number): string =>
    `未登録がまだ${count(overdue)}あり、上限の${count(most)}を超えています。`,
  stillAboveHelp: 'このまま解除するときは、結果の登録を終える日を求人者と約束してください。',
  nowBelow: '未登録は上限以下になりました。求人者から連絡があれば、解除できます。',
  closedHelp: '結果の登録は制限されません。求人者が結果を登録しても、制限は自動では解除されません。',

  reminderTitle: '電話で読み上げる文',
  /** Read over the telephone, so no name of an applicant is in it. */
  reminder: ({
    office,
    establishment,
    overdue,
    weeks,
    oldest,
  }: {
    office: string;
    establishment: string;
    overdue: number;
    weeks: number;
    oldest: string;
  }): readonly string[] => [
    `${office}です。${establishment}のご担当の方をお願いします。`,
    `ご紹介から${weeks}週間を過ぎても選考結果が登録されていない方が、${count(overdue)}あります。いちばん古いご紹介は${monthDay(oldest)}です。`,
    '求人者マイページの「応募者管理」で、採用か不採用かを登録してください。求人が無効になっているものは、このお電話で伺って、こちらで登録します。',
    'マイページの一部の機能は、解除の手続きをするまでご利用になれません。登録が終わる日を教えてください。',
  ],

  resultsTitle: '結果が未登録の紹介（制限対象）',
  resultsEmpty: '制限対象の未登録はありません。',
  print: '未登録一覧を印刷する',

  forecastTitle: '再制限の見込み',
  forecast: (day: string): string =>
    `このまま1件も登録されないと、${dayOfYear(day)}の未明に再び制限されます。`,
  forecastPromised: (promised: string, day: string): string =>
    `約束日（${dayOfYear(promised)}）の終わりまでは制限されません。このまま1件も登録されないと、${dayOfYear(day)}の未明に再び制限されます。`,
  forecastIfReleased: (day: string): string =>
    `きょう解除して1件も登録されないと、約束日がなければ${dayOfYear(day)}の未明に再び制限されます。`,
  forecastNone: 'いまの未登録だけでは、再び制限されることはありません。',

  historyTitle: 'この事業所の制限の記録',
  historyColumns: {
    begun: '制限した日',
    released: '解除した日',
    by: '解除した職員',
    talk: '話した相手',
    promised: '約束日',
    reason: '解除の理由',
  },
  channels: { phone: '電話', fax: 'FAX', counter: '窓口' } as const satisfies Record<ReleaseChannel, string>,
  inForce: '制限中',
  timeline: '経過',
  noTimeline: '記録はありません。',
  bar: '手続き',
  release: '解除する',
  releasedOn: (day: string): string => `${longDate(day)}に解除しました。`,
  endedByTransfer: (day: string): string =>
    `${longDate(day)}に、事業所の移管によりマイページが閉鎖され、制限も終わりました（解除ではありません）。`,
  byTransfer: '移管により終了',
  auditor: '監査担当は閲覧だけができます。',

  releaseTitle: '利用制限の解除',
  submit: '解除する',
  back: '制限に戻る',
  happens: [
    '求人者マイページのすべての機能が、すぐに利用できるようになります。',
    '求人者にメールでお知らせします。',
    '話した相手・約束日・理由と、解除した職員が記録に残ります。',
  ],
  promiseBy: (last: string): string => `約束日は、${longDate(last)}までの日付にしてください。`,
  alreadyReleased: 'この制限は、すでに解除されています。',
} as const;
