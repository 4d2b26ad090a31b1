import type { BackTestRange, BackTestState } from '#app/domain/backTest.ts';

const count = (number: number): string => number.toLocaleString('ja-JP');

/** 過去の判定での試し実行 */
export const backTestsText = {
  startTitle: '過去の判定で試す',
  open: '過去の判定で試す',
  startLead:
    '規則を変えたら、これまでの判定がどう変わるかを確かめます。試すだけで、保存された判定も、いま適用している規則も変わりません。',
  startWithChange: '作成中の変更の内容で試します。',
  rangeTitle: '試す範囲',
  draftTitle: '試す内容',
  draftHelp: 'いまの値が入っています。試したい値に書き換えてください。変えなかった項目は、いまのままです。',
  draftText: '規則の全文',
  draftTextHelp:
    '規則ファイルの全文（JSON）を貼り付けると、上の値ではなく、その全文で試します。ふつうは空のままにしてください。',
  start: '試し実行を始める',
  back: '規則の説明へ戻る',
  earlierTitle: 'これまでの試し実行',
  earlierEmpty: 'まだありません。',
  columns: { at: '開始', by: '実行した人', range: '範囲', state: '状態' },
  title: '過去の判定での試し実行',
  states: {
    waiting: '順番待ち',
    running: '実行中',
    done: '完了',
    failed: '失敗',
    cancelled: '取消し',
  } satisfies Record<BackTestState, string>,
  range: (range: BackTestRange): string => {
    if (range.kind === 'all') return 'すべての判定';
    if (range.kind === 'last') return `直近${count(range.count)}件`;
    return `${range.from}から${range.to}までの判定`;
  },
  startedBy: (name: string): string => `${name}が実行`,
  waiting: 'ほかの試し実行が終わるのを待っています。終わりしだい始まります。',
  running: '判定し直しています。この画面を閉じても続きます。',
  progressLabel: '判定し直した件数',
  progress: (done: number, total: number | null): string =>
    total === null ? `${count(done)}件` : `${count(total)}件のうち${count(done)}件`,
  failed:
    '途中で失敗しました。もう一度始めてください。続けて失敗するときは、システムの担当者に連絡してください。',
  cancelled: '取り消されました。結果はありません。',
  cancel: '取り消す',
  again: 'もう一度試す',
  changesTitle: 'いまの規則との違い',
  changesColumns: { label: '項目', now: 'いまの値', draft: '試した値' },
  changesNone: '数値と日付は、いまの規則と同じです。',
  changesMore: '数値と日付のほかにも、いまの規則と違うところがあります。',
  summary: (decisions: number, outcome: number, reasons: number): string =>
    `${count(decisions)}件の判定のうち、結論が変わるもの${count(outcome)}件、結論は同じで当たる規則が変わるもの${count(reasons)}件です。`,
  dueDatesMove: (outcome: string, kept: number): string =>
    `期限日の日数が変わるため、「${outcome}」のままの${count(kept)}件も、期限日は数え直しになります。`,
  nothing: 'この範囲に、保存された判定はありません。',
  missingTitle: '判定し直せなかったもの',
  missing: (judged: number, left: number): string =>
    `${count(left)}件は、規則が見る事実の記録がないため判定し直せません。推測せず、下の数に入れていません。判定し直したのは${count(judged)}件です。`,
  missingColumns: { fact: '記録のない事実', count: '件数' },
  outcomesTitle: '結論の変化',
  outcomesLead: '縦が保存された結論、横が試した規則での結論です。',
  outcomesCorner: '保存された結論',
  rulesTitle: '規則ごとの件数',
  rulesColumns: {
    rule: '規則',
    before: '当たった',
    after: '当たる',
    come: '新しく当たる',
    gone: '当たらなくなる',
  },
  casesTitle: '変わる判定',
  casesMore: (shown: number, all: number): string =>
    `変わる判定${count(all)}件のうち、はじめの${count(shown)}件です。結論が変わるものを先に並べています。`,
  casesOthers: '他の安定所の求人の判定は、件数に入りますが、開けません。',
  casesNone: '変わる判定はありません。',
  casesColumns: {
    asOf: '判定日',
    posting: '求人',
    change: '結論',
    come: '新しく当たる規則',
    gone: '当たらなくなる規則',
  },
  otherOffice: '他の安定所の求人',
  untitled: '職種未入力',
  from: (before: string, after: string): string => (before === after ? before : `${before} → ${after}`),
  number: count,
  caseTitle: '試し実行での判定',
  caseLead: '左が保存された判定、右が試した規則で同じ事実を判定し直したものです。',
  caseBack: '試し実行の結果へ戻る',
  caseWhy: 'この求人の判定の理由をすべて見る',
  caseStored: '保存された判定',
  caseDraft: '試した規則での判定',
  caseUnjudged: '試した規則が見る事実の記録がないため、判定し直せません。',
} as const;
