import type { FindingKind } from '#app/domain/ruleComparison.ts';

/** Words of the versions of a rule set: their history, their text, and two of them beside each other. */
export const ruleVersionsText = {
  history: '版の履歴',
  historyOf: (title: string): string => `${title}：版の履歴`,
  lead: 'これまでの版と、これから始まる版です。一度適用された版は消えず、そのときの判定は、そのときの版で確かめられます。',
  columns: { version: '版', from: '適用期間', state: '状態', origin: '登録のしかた', compare: '比べる' },
  states: { current: '適用中', coming: '予定', former: '以前の版' },
  origins: { file: '規則ファイル', app: '画面での承認' },
  compareBefore: '1つ前の版と比べる',
  onlyOne: '版はまだ1つだけです。2つ以上になると、ここから比べられます。',
  notNow: {
    coming: 'この版は、まだ適用が始まっていません。',
    former: 'この版は、いまは適用していません。',
  },
  toCurrent: '適用中の版を見る',
  back: '規則へ戻る',
  text: 'JSONで見る',
  textOf: (title: string, version: string): string => `${title}（版 ${version}）のJSON`,
  textLead: '保存されている規則ファイルの全文です。',
  download: 'このファイルを保存する',

  compare: '新旧対照表',
  compareOf: (title: string): string => `${title}：新旧対照表`,
  chooseLabel: '比べる版を選ぶ',
  from: '改正前',
  to: '改正後',
  choose: 'この2つを比べる',
  versionOption: (version: string, from: string, state: string): string => `版 ${version}（${from}から・${state}）`,
  field: '項目',
  absent: '（なし）',
  same: '2つの版の内容に違いはありません。',
  sameVersion: '同じ版どうしです。別の版を選んでください。',
  changed: (count: number): string => `違いのある項目は${count}件です。違わない項目は載せていません。`,
  marks: '改正前だけにある文は取消線、改正後だけにある文は下線で示します。',
  behaviourTitle: '判定の変わる事案',
  behaviourLead: (day: string): string =>
    `値の境目にあたる事案を2つの版で判定し、結果が変わったものを、変わり方ごとに1つずつ示します（判定日 ${day}）。`,
  behaviourNone: '境目にあたる事案を判定した限りでは、結果の変わるものはありません。',
  when: (situation: string): string => `${situation}のとき`,
  is: (label: string, value: string): string => `${label}が${value}`,
  fromTo: (before: string, after: string): string => `${before} → ${after}`,
  stays: (outcome: string): string => `${outcome}（変わらない）`,
  gone: (rules: string): string => `${rules} が当たらなくなる`,
  come: (rules: string): string => `${rules} が当たるようになる`,
  situation: '事案を見る',
  situationUnread: 'この例の事案は、いまのシステムでは読み取れません。',

  asText: '文で見る',
  asTable: '表で見る',
  tableTitle: '決定表',
  tableLead:
    '1行が1つの場合です。行に書かれた条件をすべて満たすと、その規則が当たります。「―」の事実は、その規則では見ません。',
  tableRule: '規則',
  tableUnreadable: 'この規則は見る事実が多いため、表にはできません。文で示します。',
} as const;

/** What an analysis found, in short. */
export const findingText: Readonly<Record<FindingKind, string>> = {
  'never-fires': '当たることのない規則',
  'always-fires': 'いつも当たる規則',
  'never-applies': '対象になる事案がない',
  implied: 'ほかの規則に含まれる規則',
  duplicate: '同じ内容の規則',
  contradiction: '同時に成り立たない条件',
  'no-effect': '結果を変えない条件',
  repeated: '2回書かれた条件',
  uncovered: '見分けられない値',
  'unused-parameter': '使われていない数値',
  sampled: '一部だけを調べた規則',
};
