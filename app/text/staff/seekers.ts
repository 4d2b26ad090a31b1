import type { FieldError } from '#app/domain/refusal.ts';
import type { SeekerFileProblem } from '#app/forms/jobSeekerCsv.ts';
import { count } from '../format.ts';

/** 求職者 */
export const seekersText = {
  title: '求職者',
  label: '求職番号・お問い合わせ番号・氏名・カナ',
  help: '求職番号は3桁以上、お問い合わせ番号は9桁すべて、氏名とカナは一部でもかまいません。空欄のまま検索すると、最近登録・変更した順に並びます。',
  submit: '検索する',
  caption: '求職者の一覧',
  results: (total: number): string => `${count(total)}見つかりました`,
  all: '最近登録・変更した求職者',
  emptyTitle: '求職者が見つかりません',
  empty: 'このハローワークには、まだ求職者が登録されていません。',
  emptyAdvice:
    '氏名の一部や、求職番号のはじめの数桁で探してみてください。ほかのハローワークの求職者は表示されません。',
  register: '求職者を登録する',
  toImport: 'CSVで登録する',
  columns: {
    name: '氏名',
    number: '求職番号',
    occupation: '希望する職種',
    public: '求職情報',
    mypage: '求職者マイページ',
  },
  isPublic: '公開中',
  notPublic: '公開していない',
  hasMypage: '開設済み',
  noMypage: '開設なし',
  back: '求職者の一覧へ戻る',

  over: (number: string): string => `求職者 ${number}`,
  edit: '登録を変更する',
  refer: '求人に紹介する',
  publicNote: (inquiryNumber: string): string =>
    `有効中の求人がある求人者は、次の求職情報を検索できます（氏名・連絡先・求職番号は見えません）。求人者からは、お問い合わせ番号 ${inquiryNumber} で問い合わせがあります。`,
  notPublicNote: '公開の希望がないため、求人者は次の求職情報を検索できません。',
  referrals: '紹介',
  noReferrals: 'まだ紹介はありません。',
  timeline: '経過',
  noTimeline: '記録はありません。',

  newTitle: '求職者の登録',
  newLead: '窓口で本人に確認した内容を登録します。求職番号は、登録すると決まります。',
  editTitle: '求職者の登録の変更',
  save: '登録する',
  saveEdit: '変更を保存する',

  importTitle: '求職者をCSVで登録する',
  importLead:
    '1行目を見出し、2行目からを1行に1人とした表です。求職番号のある行は登録の変更、空欄の行は新しい登録になります。',
  importColumns: '見出しに使える言葉',
  importRequired: '（必須）',
  importChoices: '書ける言葉',
  table: 'CSVの内容',
  tableHelp: '表計算ソフトからの貼り付けもできます。ファイルを選んだときは、ファイルの内容を読み取ります。',
  file: 'CSVファイル',
  fileHelp: '64KBまで。文字コードはUTF-8とShift_JISのどちらでもかまいません。',
  check: '内容を確認する',
  fileErrors: (problems: number): string =>
    `${count(problems)}の誤りがあります。直してから、もう一度「内容を確認する」を押してください。登録はまだしていません。`,
  unreadable: 'ファイルの文字コードを読み取れませんでした。UTF-8かShift_JISのCSVとして保存し直してください。',
  nothing: 'CSVの内容を貼り付けるか、ファイルを選んでください。',
  previewTitle: '登録する内容の確認',
  previewLead: (added: number, changed: number, same: number): string =>
    `新しい登録が${count(added)}、変更が${count(changed)}、変わらないものが${count(same)}あります。`,
  previewNothing: 'すべて、すでに同じ内容で登録されています。登録するものはありません。',
  previewCaption: '読み取った内容',
  enter: '登録する',
  correct: '内容を直す',
  lineOf: (line: number): string => `${line}行目`,
  what: '登録すると',
  line: '行',
  acts: { added: '新しく登録', changed: '登録を変更', same: '変更なし' },
  doubt: (numbers: string): string =>
    `氏名と生年月日が同じ登録があります（求職番号 ${numbers}）。同じ方であれば、その求職番号を書いてください。`,
} as const;

/** What is wrong with a line of a file, in a sentence that says what was read and what to do. */
export function seekerProblemText(
  problem: SeekerFileProblem,
  fieldText: (error: FieldError) => string,
): string {
  switch (problem.code) {
    case 'field':
      return fieldText(problem.error);
    case 'no-such-seeker':
      return `求職番号「${problem.read}」の登録は、このハローワークにはありません。新しく登録するときは、空欄にしてください。`;
    case 'repeated':
      return `${problem.earlier}行目と、求職番号が同じです。どちらかを消してください。`;
    case 'not-a-tick':
      return `${problem.label}の「${problem.read}」を読み取れません。「はい」か「いいえ」を書いてください。`;
    case 'not-a-word':
      return `${problem.label}の「${problem.read}」を読み取れません。${problem.words.join('・')}のどれかを書いてください。`;
    case 'cells':
      return `${problem.count}列あります。見出しと同じ${problem.expected}列にしてください。`;
    case 'no-column':
      return `「${problem.missing.join('」「')}」の列がありません。見出しを1行目に書いてください。`;
    case 'unclosed':
      return '「"」で始まるセルが、閉じられていません。「"」を消すか、もう1つ書いてください。';
    case 'empty':
      return '求職者が1行もありません。見出しの次の行から、1行に1人を書いてください。';
    case 'too-many':
      return `一度に登録できるのは${problem.most}人までです。分けて登録してください。`;
  }
}
