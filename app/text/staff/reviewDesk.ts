import type { DraftedAct } from '#app/domain/decisionDraft.ts';
import type { Mark } from '../status.ts';

/** 保留 */
export const holdText = {
  title: '求人の保留',
  mark: { word: '保留', icon: 'hourglass', tone: 'yellow' } satisfies Mark,
  submit: '保留にする',
  until: (day: string): string => `${day}に再開`,
  by: (name: string, when: string): string => `${name} さんが ${when} に保留にしました。`,
  label: '保留',
  reason: '理由',
  lift: '保留を解く',
  resumes: (day: string): string => `${day}に、自動で「次の1件」に戻ります。`,
  already: 'この求人は、すでに保留になっています。期限や理由を変えるときは、いまの保留を解いてください。',
  happens: [
    '再開する日まで、この求人は「次の1件」に出ません。一覧には「保留」と表示されます。',
    '受理・差戻しなどの判断をすると、保留は終わります。',
    '求人者には、保留も理由も見えません。',
  ],
} as const;

/** 引継ぎの依頼 */
export const handOverText = {
  ask: '引継ぎを依頼',
  title: '引継ぎの依頼',
  submit: '依頼する',
  happens: [
    '確認中の職員の画面に、依頼と理由が表示されます。引き渡すか、続けるかは、その職員が答えます。',
    '急ぐときや、職員が席にいないときは「引き継ぐ」から進んでください。',
  ],
  askedOfYou: (name: string, time: string): string =>
    `${name} さんが ${time} に、この求人の引継ぎを依頼しています。`,
  reason: (reason: string): string => `理由：${reason}`,
  give: '引き渡す',
  keep: 'このまま続ける',
  waiting: (name: string, time: string): string =>
    `${time} に ${name} さんへ引継ぎを依頼しました。返事を待っています。`,
  kept: (name: string, time: string): string =>
    `${name} さんは、${time} に「このまま確認を続ける」と答えました。`,
  otherAsked: (name: string): string => `${name} さんが、先に引継ぎを依頼しています。`,
} as const;

/** メモ */
export const noteText = {
  panel: (count: number): string => `メモ・経過 (${count})`,
  notes: (count: number): string => `メモ ${count}`,
  timeline: (count: number): string => `経過 ${count}`,
  cardTitle: 'メモ',
  none: 'メモはまだありません。',
  add: 'メモを書く',
  title: 'メモを書く',
  submit: 'メモを加える',
  happens: ['この庁舎の職員が、審査の画面と事業所カードで読めます。', '求人者には見えません。'],
  aboutPosting: '求人',
  aboutEstablishment: '事業所',
  takenBack: (when: string): string => `${when}に取消し`,
  struck: '取り消されたメモ：',
  more: (shown: number, total: number): string =>
    `新しい順に${shown}件を表示しています（全部で${total}件）。`,
  takeBack: '取り消す',
  takeBackTitle: 'メモの取消し',
  takeBackHappens: ['メモは消えません。取消し線を引いて、取り消した日時と一緒に残ります。'],
  notYours: 'このメモを取り消せるのは、書いた職員だけです。',
  takenBackBefore: 'このメモは、すでに取り消されています。',
  text: '取り消すメモ',
} as const;

/** 確認を追加 */
export const checkText = {
  add: '確認を追加',
  title: '確認の追加',
  submit: '確認を加える',
  panel: '追加した確認',
  chip: (reason: string, day: string): string => `追加：${reason}（${day}まで）`,
  happens: [
    '受理済みの求人でも、審査の一覧に並びます。期限の早いものが先に並びます。',
    '「確認済み」にすると、一覧から外れます。',
    '求人者には見えません。',
  ],
  settle: '確認済みにする',
  settleTitle: '追加した確認',
  settleHappens: ['この確認は、審査の一覧から外れます。確認済みにした職員と日時が、記録に残ります。'],
  settled: (name: string, when: string): string => `${name} さんが ${when} に確認済みにしました。`,
  addedBy: (name: string, when: string): string => `${name} さんが ${when} に追加`,
  by: '追加した職員',
  reason: '確認する理由',
  due: '確認の期限',
  about: '対象',
  backToEstablishment: '事業所に戻る',
} as const;

const acts: Readonly<Record<DraftedAct, string>> = { accept: '受理', return: '差戻し', refuse: '不受理' };

/** 判断の下書き */
export const draftText = {
  save: '下書きを保存',
  restored: (when: string): string => `${when}に保存した、あなたの下書きを表示しています。`,
  discard: '下書きを消す',
  read: '下書きを読む',
  yoursAbout: (act: DraftedAct, when: string): string =>
    `あなたの「${acts[act]}」の下書き（${when}）が残っています。`,
  title: (act: DraftedAct): string => `「${acts[act]}」の下書き`,
  anyTitle: '判断の下書き',
  caption: '下書きの内容',
  lead: (when: string, days: number): string =>
    `${when}に保存しました。あなただけが見られます。${days}日間さわらないと消えます。`,
  none: 'この求人の下書きはありません。',
  goOn: 'この下書きで続ける',
  autosaved: (time: string): string => `${time} に下書きを自動で保存しました。`,
  moved:
    'この求人は、先にほかの操作が行われました。自動の保存は止まっています。書いた文章は「下書きを保存」で残せます。',
} as const;
