import type { PeriodKind, PeriodPart, ReportPeriod } from '#app/domain/reportPeriod.ts';
import { fiscalYearOf, quarterOf } from '#app/domain/reportPeriod.ts';
import type { FigureRow, FigureUnit, QueueState } from '#app/domain/statistics.ts';
import type { PeriodProblem } from '#app/forms/statistics.ts';
import { count, eraYear, grouped, longDate } from '../format.ts';

/** 統計 */
export const statisticsText = {
  title: '統計',
  sheetTitle: '月報',
  lead: 'この所の記録を数えたものです。マイページを消去した事業所の分は、消去のあとは数に入りません。',
  form: {
    label: '期間を選ぶ',
    period: '期間',
    free: '日付で指定する',
    from: '開始日',
    until: '終了日',
    freeHelp: '「日付で指定する」のときに入力してください。1年以内。例：2026-11-24、R8.11.24',
    submit: '表示する',
    before: '前の期間',
    after: '次の期間',
  },
  kinds: { month: '月', quarter: '四半期', year: '年度', free: '日付' } satisfies Record<PeriodKind, string>,
  problems: {
    unknown: 'その期間は表示できません。期間を選び直してください。',
    from: '開始日を年月日で入力してください（例：2026-11-24、R8.11.24）。',
    until: '終了日を年月日で入力してください（例：2026-11-24、R8.11.24）。',
    order: '終了日は、開始日以後の日付にしてください。',
    'too-long': '期間が1年を超えています。開始日から1年以内の終了日にしてください。',
  } satisfies Record<PeriodProblem, string>,
  empty: 'この期間の記録はありません。',
  emptyWhy: '受付も決定もない期間です。ほかの期間を選んでください。いまの状況は、下に表示しています。',
  csv: 'CSVを保存する',
  print: '月報を印刷する',
  group: '区分',
  item: '項目',
  unit: '単位',
  total: '計',
  none: '－',
  sections: {
    postings: '求人の申込み',
    changes: '変更の申込み',
    images: '画像',
    visits: '来庁',
    restrictions: '利用制限',
  },
  /** Rows by section; what all sections share stands under `flow`. */
  rows: {
    flow: {
      received: '受付',
      returned: '差戻し',
      returnRate: '差戻し率',
    },
    postings: {
      accepted: '受理',
      refused: '不受理',
      openDaysMedian: '受付から受理まで 中央値',
      openDaysP90: '受付から受理まで 90％点',
      hoursMedian: '受付から受理まで 中央値',
      hoursP90: '受付から受理まで 90％点',
    },
    changes: {
      accepted: '受理',
      rejected: '不承認',
      openDaysMedian: '受付から決定まで 中央値',
      openDaysP90: '受付から決定まで 90％点',
      hoursMedian: '受付から決定まで 中央値',
      hoursP90: '受付から決定まで 90％点',
    },
    images: {
      published: '公開',
      openDaysMedian: '受付から決定まで 中央値',
      openDaysP90: '受付から決定まで 90％点',
      hoursMedian: '受付から決定まで 中央値',
      hoursP90: '受付から決定まで 90％点',
    },
    visits: { registered: '来庁の登録', late: 'うち来庁期限を過ぎた来庁' },
    restrictions: { begun: '制限の開始', released: '制限の解除' },
  } as const satisfies Record<string, Readonly<Record<string, string>>>,
  units: { count: '件', percent: '％', openDays: '開庁日', hours: '時間' } satisfies Record<
    FigureUnit,
    string
  >,
  reasons: {
    title: '差戻しの理由',
    caption: '理由の多い順',
    reason: '理由',
    templates: '定型文の多い順',
    template: '定型文',
    retired: '（使用終了）',
    count: '件数',
    share: '差戻しに占める割合',
    none: 'この期間に差戻しはありません。',
    noTemplates: '定型文を使った差戻しはありません。',
  },
  backlog: {
    title: 'いまの滞留',
    caption: '待っている求人（いまの状態になってからの開庁日）',
    range: '開庁日',
    states: {
      under_review: '確認待ち',
      awaiting_visit: '来庁待ち',
      refusal_proposed: '不受理の確認',
    } satisfies Record<QueueState, string>,
    none: 'いま待っている求人はありません。',
    now: 'いまの件数',
    overdueVisits: '来庁期限を過ぎた求人',
    restricted: '利用制限中の事業所',
  },
  chart: {
    title: (section: string): string => `${section}の月別の件数`,
    description: '上の表と同じ数を、棒の高さで表しています。',
    share: '割合',
  },
  notes: {
    title: '数え方',
    items: [
      '中央値と90％点は、短い順に並べて、半数・9割が収まる順位の値です（最近順位法）。実際にあった値で、平均はしていません。',
      '開庁日は、この所の暦で受付の翌日から決定の日まで数えます。当日の決定は0です。時間は、夜間と閉庁日も含めた経過時間です。',
      '求人の受付は、最初に申し込まれた日です。差戻しは回数で、取り消した差戻しと受理は数えません。',
      '変更の受付と差戻しは、申込みごとに、いちばん新しいものだけを数えます。',
      '差戻し率は、差戻し÷（受理・公開＋差戻し＋不受理・不承認）です。',
      '一つの差戻しに理由が二つ以上あるときは、それぞれに数えます。',
    ],
  },
  fileName: (code: string): string => `madoguchi-toukei-${code}.csv`,
} as const;

const words: Readonly<Record<string, Readonly<Record<string, string>>>> = statisticsText.rows;

/** The name of a row of a section. */
export const figureLabel = (section: string, { name }: FigureRow): string =>
  words[section]?.[name] ?? words.flow?.[name] ?? name;

/** A value as it is read: `1,234`, `12.5`, `－`. */
export function figureText(value: number | null): string {
  if (value === null) return statisticsText.none;
  const [whole = '', decimals] = String(value).split('.');
  return decimals === undefined ? grouped(Number(whole)) : `${grouped(Number(whole))}.${decimals}`;
}

/** `0`, `3～5`, `21以上`: a range of open days. */
export const rangeText = ({ from, until }: { from: number; until: number | null }): string =>
  until === null ? `${from}以上` : until === from ? String(from) : `${from}～${until}`;

/** Of the open days of the backlog: `全12件　中央値 2　90％点 5　最長 9（開庁日）`. */
export const backlogSummary = ({
  total,
  median,
  p90,
  longest,
}: {
  total: number;
  median: number | null;
  p90: number | null;
  longest: number | null;
}): string =>
  `全${count(total)}。待ち日数の中央値 ${figureText(median)}、90％点 ${figureText(p90)}、最長 ${figureText(longest)}（開庁日）。`;

const fiscalYear = (date: string): string => eraYear(`${fiscalYearOf(date)}-05-01`).replace(/年$/, '年度');

/** `2026年11月`, `令和8年度 第3四半期（10～12月）`, `令和8年度`, or both days. */
export function periodText({ kind, from, until }: ReportPeriod): string {
  const month = (date: string): number => Number(date.slice(5, 7));
  switch (kind) {
    case 'month':
      return `${from.slice(0, 4)}年${month(from)}月（${eraYear(from)}）`;
    case 'quarter':
      return `${fiscalYear(from)} 第${quarterOf(from)}四半期（${month(from)}～${month(until)}月）`;
    case 'year':
      return fiscalYear(from);
    case 'free':
      return `${longDate(from)}から${longDate(until)}まで`;
  }
}

/** The head of a month's column; the days where it is not whole. */
export function partText({ from, until }: PeriodPart, isWhole: boolean): string {
  const head = `${Number(from.slice(5, 7))}月`;
  return isWhole ? head : `${head}${Number(from.slice(8))}～${Number(until.slice(8))}日`;
}
