import type { WageDoubt } from '#app/domain/minimumWage.ts';
import type { FieldError } from '#app/domain/refusal.ts';
import type { WageFileProblem } from '#app/forms/minimumWageCsv.ts';
import { count, longDate, yen } from '../format.ts';

/** 最低賃金 */
export const minimumWagesText = {
  title: '最低賃金',
  lead: '求人の賃金を比べる、都道府県ごとの最低賃金（時間額）です。求人は、受理する日に発効している額で確認します。',
  prefectureTitle: (name: string): string => `${name}の最低賃金`,
  back: '一覧へ戻る',

  missed: (prefectures: number): string =>
    `${prefectures}の都道府県で、10月以降に発効する新しい額がまだ登録されていません。`,
  missedWhy:
    '登録されるまでは、いまの額で求人を確認し、新しい額が未登録であることを求人者と職員に知らせます。都道府県労働局が公示した額を登録してください。',
  missedHere: '10月以降に発効する新しい額がまだ登録されていません。',
  supervisorOnly: '額の登録と取消しは、監督者だけが行えます。監督者に依頼してください。',
  toImport: 'CSVで登録する',
  download: 'CSVをダウンロードする',
  downloadHelp: '（いまの額と、これから発効する額。表計算ソフトで開けます）',
  fileName: 'saitei-chingin.csv',

  caption: (day: string): string => `${day}の最低賃金`,
  columns: {
    prefecture: '都道府県',
    current: 'いまの額',
    since: '発効日',
    next: '次の額',
    nextFrom: '次の発効日',
    state: '新しい額',
    kind: '区分',
    yen: '時間額',
    from: '発効日',
    source: '出典',
    entered: '登録',
    act: '扱い',
    line: '行',
    what: '登録すると',
  },
  unknown: '登録なし',
  begunBy: (day: string): string => `${day}までに発効`,

  historyTitle: '額の一覧',
  state: { past: '過去の額', current: 'いまの額', next: 'これから発効' },
  shipped: '製品に付属',
  enteredBy: (name: string, day: string): string => `${name}（${day}）`,
  withdraw: '取り消す',
  withdrawOf: (day: string): string => `${day}に発効する額の登録を取り消す`,

  enter: '登録する',
  entering: (yenText: string, day: string): string => `${day}から${yenText}`,
  replaces: (before: string): string => `いま登録されている${before}を置き換えます。`,

  importTitle: '最低賃金をCSVで登録する',
  importLead:
    '1行に1件、「都道府県（名称かコード）・時間額・発効日」の順に書いた表です。1行目は見出しでもかまいません。ダウンロードしたCSVを直して使うこともできます。',
  importExample: '例：「11,1141,2025-11-01」、「埼玉県,1141円,令和7年11月1日」',
  importEncoding: '文字コードはUTF-8とShift_JISのどちらでもかまいません。',
  file: 'CSVファイル',
  fileHelp: '64KBまで。貼り付けるときは選ばないでください。',
  check: '内容を確認する',
  fileErrors: (problems: number): string =>
    `${count(problems)}の誤りがあります。直してから、もう一度「内容を確認する」を押してください。登録はまだしていません。`,
  unreadable: 'ファイルの文字コードを読み取れませんでした。UTF-8かShift_JISのCSVとして保存し直してください。',
  nothing: 'CSVの内容を貼り付けるか、ファイルを選んでください。',
  previewTitle: '登録する内容の確認',
  previewLead: (changes: number, same: number): string =>
    `${count(changes)}を登録します。${same === 0 ? '' : `すでに同じ内容で登録されている${count(same)}は、そのままです。`}`,
  previewNothing: 'すべて、すでに同じ内容で登録されています。登録するものはありません。',
  previewCaption: '読み取った内容',
  previewSource: '出典',
  correct: '内容を直す',
  isNew: '新しく登録',
  same: '変更なし',
  lineOf: (line: number): string => `${line}行目`,

  withdrawTitle: '最低賃金の登録の取消し',
  withdrawWhat: '取り消す登録',
  withdrawHappens:
    '取り消すと、この額は求人の確認に使われなくなります。すでに行った受理や差戻しの記録は変わりません。',
  withdrawSubmit: '取り消す',
} as const;

const doubtWords: Readonly<Record<WageDoubt, string>> = {
  lower: '前の額より低い額です。額と発効日を確かめてください。',
  steep: '前の額より1割を超えて高い額です。額を確かめてください。',
  past: '発効日が過ぎています。登録すると、すぐに求人の確認に使われます。',
};

export const doubtText = (doubt: WageDoubt): string => doubtWords[doubt];

/** What is wrong with a line of a file, in a sentence that says what was read and what to do. */
export function fileProblemText(problem: WageFileProblem, fieldText: (error: FieldError) => string): string {
  switch (problem.code) {
    case 'field':
      return fieldText(problem.error);
    case 'no-prefecture':
      return '都道府県がありません。名称かコード（01〜47）を書いてください。';
    case 'no-such-prefecture':
      return `「${problem.read}」という都道府県はありません。名称かコード（01〜47）を書いてください。`;
    case 'prefectures-differ':
      return `都道府県コード「${problem.read}」と都道府県「${problem.other}」が合いません。どちらかを直してください。`;
    case 'cells':
      return `${problem.count}列あります。${problem.expected}列にしてください。金額の桁区切りの「,」は消してください。`;
    case 'repeated':
      return `${problem.earlier}行目と、都道府県も発効日も同じです。どちらかを消してください。`;
    case 'no-column':
      return `「${problem.missing.join('」「')}」の列がありません。見出しを「都道府県」「時間額」「発効日」とするか、見出しを消してこの順に並べてください。`;
    case 'unclosed':
      return '「"」で始まるセルが、閉じられていません。「"」を消すか、もう1つ書いてください。';
    case 'empty':
      return '額が1行もありません。都道府県・時間額・発効日を1行に1件書いてください。';
    case 'too-many':
      return `一度に登録できるのは${problem.most}行までです。分けて登録してください。`;
  }
}

/** What entering a wage would do, in a sentence. */
export const changeText = ({ yen: amount, before }: { yen: number; before: number | null }): string => {
  if (before === null) return minimumWagesText.isNew;
  return before === amount ? minimumWagesText.same : `${yen(before)}から${yen(amount)}に置き換え`;
};

export const outsideDaysText = (first: string, last: string): string =>
  `発効日は${longDate(first)}から${longDate(last)}までの日付にしてください。`;
