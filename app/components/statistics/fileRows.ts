import type { FigureRow, PeriodReport } from '#app/domain/statistics.ts';
import { returnReasons } from '#app/forms/returnReasons.ts';
import {
  figureLabel,
  partText,
  periodText,
  rangeText,
  statisticsText as text,
} from '#app/text/staff/statistics.ts';
import { isWholeMonth } from './wholeMonth.ts';

type Row = readonly (string | number)[];

/**
 * The report as rows of a spreadsheet: 区分, 項目, 単位, each month, 計. What is known only of the whole period, or of
 * today, stands under 計 alone; an empty cell is no value.
 */
export function statisticsRows(officeName: string, { period, parts, figures }: PeriodReport): Row[] {
  const sections = ['postings', 'changes', 'images', 'visits', 'restrictions'] as const;
  const value = (figure: number | null): string | number => figure ?? '';
  const figureRow = (section: (typeof sections)[number], row: FigureRow): Row => [
    text.sections[section],
    figureLabel(section, row),
    text.units[row.unit],
    ...row.parts.map(value),
    value(row.total),
  ];
  const blanks = parts.map(() => '');
  const single = (group: string, name: string, unit: string, figure: number | null): Row => [
    group,
    name,
    unit,
    ...blanks,
    value(figure),
  ];
  const { reasons, backlog } = text;
  const labels = new Map(returnReasons.map(({ value: code, label }) => [code, label]));
  return [
    [officeName, periodText(period), `${period.from}～${period.until}`],
    [
      text.group,
      text.item,
      text.unit,
      ...parts.map((part) => partText(part, isWholeMonth(part))),
      text.total,
    ],
    ...sections.flatMap((section) => figures[section].map((row) => figureRow(section, row))),
    ...figures.reasons.map(({ code, count }) =>
      single(reasons.title, labels.get(code) ?? code, text.units.count, count),
    ),
    ...figures.templates.map(({ title, count }) =>
      single(`${reasons.title}（${reasons.template}）`, title, text.units.count, count),
    ),
    ...figures.backlog.rows.map((row) =>
      single(backlog.title, `${rangeText(row)}${text.units.openDays}`, text.units.count, row.total),
    ),
    single(backlog.title, backlog.overdueVisits, text.units.count, figures.now.overdueVisits),
    single(backlog.title, backlog.restricted, text.units.count, figures.now.restricted),
  ];
}
