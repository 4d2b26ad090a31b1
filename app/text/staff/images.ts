import { grouped } from '../format.ts';

/** 画像の審査 */
export const imageReviewText = {
  queueTitle: '画像の審査',
  title: (name: string) => `画像の審査　${name}`,
  over: (number: string | null) => `事業所 ${number ?? '番号なし'}`,
  checkTitle: '確認すること',
  reasons: '差戻しの理由',
  message: '求人者への説明（任意）',
  yes: '可',
  no: '否',
  vote: (number: number) => `${number}番目の画像の可否`,
  undecided: (numbers: string) => `可否を選んでいない画像があります：${numbers}番目`,
  silent: (numbers: string) => `差し戻す画像には、理由を選ぶか説明を書いてください：${numbers}番目`,
  missingVote: '可か否を選んでください。',
  missingReason: '理由を選ぶか、説明を書いてください。',
  large: '大きく見る',
  facts: (format: string, bytes: number, width: number, height: number) =>
    `${format.toUpperCase()}・${grouped(bytes)}バイト・表示 ${width}×${height}`,
  duplicate: '同じファイルがほかにも登録されています。',
  noCaption: '画像の下の説明：なし',
  caption: (text: string) => `画像の下の説明：${text}`,
  noAlt: '読み上げの説明：なし',
  alt: (text: string) => `読み上げの説明：${text}`,
  submit: '決定する',
  happens:
    '「可」の画像は公開され、「否」の画像は理由とともに求人者に戻ります。求人者にはメールを1通送ります。',
  inAll: (counts: { waiting: number; published: number }, files: number, bytes: number) =>
    `${files}枚中${counts.waiting + counts.published}枚（確認待ち${counts.waiting}枚・公開${counts.published}枚）、元のファイルの合計${grouped(bytes)}バイト`,
  allYes: '見た画像をすべて可にする',
  seen: (seen: number, all: number) => `${all}枚中${seen}枚を表示済み`,
  keys: 'キー：y 可・n 否・1～7 理由・← → 画像の移動・＋ － 0 拡大と縮小・Shift+y すべて可・Ctrl+Enter 決定',
  zoom: '画像の大きさ',
  larger: '＋',
  smaller: '－',
  actual: '等倍',
  whole: '全体',
  percent: (zoom: number) => `${Math.round(zoom * 100)}%`,
  frame: '選んでいる画像',
  nothingWaits: '確認を待っている画像はありません。',
  readOnly: '画像の可否は、窓口の担当者と監督者が決定します。',
  othersTitle: '確認の済んだ画像',
  uploadTitle: '求人者に代わって画像を登録する',
  back: '審査キューの画像',
  cardTitle: '画像',
  cardLink: (published: number, waiting: number) => `公開 ${published}枚・確認待ち ${waiting}枚`,
} as const;

/** 表示不可 of a published image */
export const hideImageText = {
  title: '公開中の画像を表示不可にする',
  link: '表示不可にする',
  linkOf: (number: number): string => `${number}番目の画像`,
  submit: '表示不可にする',
  keep: '公開したまま戻る',
  happens: [
    'この画像は求職者に表示されなくなります。元に戻すことはできません。',
    '求人者のマイページに理由が表示され、メールでお知らせします。求人者は別の画像を登録できます。',
  ],
} as const;
