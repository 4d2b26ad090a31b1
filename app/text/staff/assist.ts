import { timeOfInstant } from '../format.ts';

/** 代行表示: the employer's own pages, to read while they are on the telephone. */
export const assistText = {
  title: '代行表示',
  beginTitle: (name: string): string => `代行表示：${name}`,
  lead: (minutes: number): string =>
    `電話での案内のために、求人者が見ている画面を${minutes}分間だけ閲覧します。見た画面はすべて記録に残ります。`,
  nothing:
    '代行表示では、入力も送信もできません。求人者に代わって手続きをするときは、審査や事業所の画面から行ってください。',
  begin: '代行表示を始める',
  back: '事業所カードに戻る',
  frame: '代行表示中（閲覧のみ）',
  until: (instant: string): string => `${timeOfInstant(instant)}まで`,
  left: (minutes: number): string => (minutes < 1 ? '残り1分未満' : `残り${minutes}分`),
  end: '代行表示を終える',
  menuLabel: '求人者の画面',
  menu: { home: 'ホーム', establishment: '事業所情報', images: '画像' },
  frameLabel: '求人者の画面（閲覧のみ）',
  closedTitle: 'この画面は代行表示にありません',
  closed:
    '求人者が入力や送信を行う画面です。代行表示では、ホーム・求人・申込み・画像・事業所情報を閲覧できます。',
  toHome: '求人者のホームに戻る',
} as const;
