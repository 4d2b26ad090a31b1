import type { ImageProblem } from '#app/domain/image.ts';
import { grouped } from './format.ts';

const problems: Readonly<Record<ImageProblem, string>> = {
  broken:
    'ファイルが壊れているか、途中で切れているため、読み取れませんでした。画像を開いて確認し、保存し直してから登録してください。',
  'too-many-pixels':
    '画像の縦横の大きさが大きすぎるため、読み取れませんでした。縮小してから登録してください。',
  'not-what-it-says':
    'ファイルの中身が画像の形式と合っていません。画像ソフトで保存し直してから登録してください。',
  'compressed-bitmap':
    '圧縮されたBMPには対応していません。圧縮しないBMPか、JPEG・PNGで保存し直してから登録してください。',
  'not-read': '登録の途中で、ほかの画面から画像が変更されました。もう一度登録してください。',
};

/** Why a file is not a picture we can show, and what to do. */
export const imageProblemText = (problem: ImageProblem): string => problems[problem];

/** 画像: the employer's own pages. Figures come from the rule. */
export const imagesText = {
  title: '画像',
  lead: '事業所の外観、職場の様子、取り扱う商品などの画像を登録できます。ハローワークで確認した後に公開します。',
  limits: (files: number, bytes: number) =>
    `登録できる画像は${files}ファイルまで、1ファイル${grouped(bytes)}バイト（${bytes / 1_048_576}MB）までです。形式は、JPEG・GIF・PNG・BMPです。`,
  remade: '登録した画像は読みやすい大きさに作り直します。撮影した場所などの情報は取り除きます。',
  uploadTitle: '画像を登録する',
  file: '画像ファイル',
  fileHelp: '一度に複数のファイルを選べます。',
  noFile: '登録する画像ファイルを選んでください。',
  upload: '登録する',
  answersTitle: (kept: number, refused: number) =>
    kept === 0
      ? `${refused}件の画像は登録できませんでした。`
      : `${kept}件の画像を登録しました。${refused}件は登録できませんでした。`,
  answerKept: '登録しました。ハローワークの確認を待っています。',
  unnamed: '名前のないファイル',
  listTitle: (kept: number, files: number) => `登録した画像（${files}件中${kept}件を使用）`,
  empty: '登録した画像はまだありません。',
  emptyWhy: '画像があると、事業所の様子が求職者に伝わりやすくなります。',
  missingEstablishment: '画像を登録する前に、事業所情報の入力が必要です。',
  toEstablishment: '事業所情報を入力する',
  noCaption: '説明はありません',
  noAlt: (purpose: string) => `${purpose}の画像`,
  edit: '説明を書く・取り下げる',
  up: '前へ',
  down: '後へ',
  moveOf: (number: number, direction: string) => `${number}番目の画像を${direction}`,
  returnedTitle: '差戻しの理由',
  oneTitle: '画像の説明と取下げ',
  save: '説明を保存する',
  publishedNote: '公開中の画像です。説明を変えると、ハローワークでもう一度確認するまで公開を止めます。',
  hiddenTitle: '表示不可の理由',
  hiddenNote:
    'ハローワークが表示不可にした画像です。説明は変えられません。取り下げて、別の画像を登録してください。',
  returnedNote: '差し戻された画像です。説明は変えられません。取り下げて、別の画像を登録してください。',
  removeTitle: '画像を取り下げる',
  removeLead: '取り下げた画像は表示されなくなり、元に戻せません。',
  remove: '取り下げる',
  back: '画像の一覧に戻る',
} as const;
