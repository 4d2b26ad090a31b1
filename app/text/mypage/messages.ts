import { longDate } from '../format.ts';

/** メッセージ: the threads with those who were referred. */
export const messagesText = {
  title: 'メッセージ',
  lead: 'ハローワークからご紹介した方のうち、求職者マイページを開設している方と、求人が有効な間、メッセージをやりとりできます。',
  caption: 'やりとりの一覧',
  empty: 'メッセージをやりとりできる方は、まだいません。',
  emptyHelp: '求職者マイページを開設している方が紹介されると、ここに表示されます。',
  columns: { seeker: '氏名', posting: '求人', referred: '紹介日', last: '最後の送受信', unread: '未読' },
  untitled: '職種未入力',
  noMessage: 'まだありません',
  unread: (count: number): string => `未読${count}件`,
  none: 'なし',
  readOnly: '閲覧のみ',

  thread: {
    title: (name: string): string => `${name}さんとのメッセージ`,
    about: (number: string): string => `紹介状 ${number}`,
    facts: { caption: 'この紹介について', posting: '求人', referred: '紹介日', number: '紹介状の番号' },
    closed: 'このやりとりは、いまは閲覧のみです',
    samples: '文例を入れる',
    samplesHelp: '選んだ文例が、入力した文の後に加わります。○の部分を書きかえてから送ってください。',
    care: '選考に必要のないこと（家族、宗教、病歴など）は、たずねないでください。',
    send: '送信する',
    privacy: (day: string): string =>
      `送信したメッセージは、相手の方と双方で${longDate(day)}に自動的に消去されます。ハローワークの職員は内容を見ません。`,
    heading: (count: number): string => `これまでのメッセージ（${count}件）`,
    empty: 'メッセージは、まだありません。',
    from: { employer: '自社', seeker: '応募者' },
    erase: (day: string): string => `${longDate(day)}に消去されます`,
    read: '相手の方が読みました',
    isUnread: '未読',
    markRead: (count: number): string => `表示した${count}件を既読にする`,
  },
} as const;

/** 文例, in the order in which an application goes on. */
export const messageSamples = [
  {
    id: 'received',
    title: '応募のお礼',
    body: 'このたびはご応募いただき、ありがとうございます。書類を確認のうえ、○月○日までにご連絡いたします。',
  },
  {
    id: 'interview',
    title: '面接の日時の相談',
    body: '面接の日時についてご相談させてください。次のうち、ご都合のよい日時をお知らせください。\n・○月○日（○）○時から\n・○月○日（○）○時から',
  },
  {
    id: 'place',
    title: '面接の場所・持ち物',
    body: '面接の場所と持ち物をご案内します。\n場所：○○\n持ち物：紹介状、履歴書\n当日、ご都合が悪くなったときは、早めにお知らせください。',
  },
  {
    id: 'result',
    title: '選考結果の連絡の予定',
    body: '面接にお越しいただき、ありがとうございました。選考の結果は、○月○日までにご連絡いたします。',
  },
] as const;

/** 見本: the other side of a thread, in place of the seekers' own system. */
export const demoSeekerText = {
  title: '求職者の画面（見本）',
  lead: '求職者マイページは別のシステムです。この画面は、その代わりに、見本の求職者としてメッセージを読み、返事をするためのものです。練習用の環境にだけあります。',
  choose: '見本の求職者',
  show: '表示する',
  empty: '求職者マイページを開設している見本の求職者が、まだ紹介されていません。',
  caption: 'この求職者のやりとり',
  open: 'メッセージを見る',
  columns: { establishment: '事業所', job: '職種', unread: '未読' },
  thread: (name: string): string => `${name}とのメッセージ`,
  from: { employer: '事業所', seeker: '本人' },
} as const;
