import type { DeadlineDays } from '#app/domain/deadline.ts';
import type { Sheet } from '#app/domain/sheet.ts';
import { eraYear, shortDate } from '#app/text/format.ts';
import { deadlinesText as text } from '#app/text/staff/deadlines.ts';
import { aboutWords, howWords, type ShownDeadline } from '../deadline/how.ts';
import type { AskedDeadlines } from '../deadline/month.ts';

export type DeadlineRows = {
  asked: AskedDeadlines;
  rows: readonly ShownDeadline[];
  after: DeadlineDays;
  /** As many rows as a sheet takes. */
  limit: number;
};

/** 期限の月間一覧: what falls on which day of a month, and how each day was counted. */
export function deadlinesSheet({ asked: { month, kind }, rows, after, limit }: DeadlineRows): Sheet {
  const name = text.month(Number(month.slice(0, 4)), Number(month.slice(5)), eraYear(`${month}-01`));
  const what = kind === null ? text.title : text.kinds[kind];
  const { columns } = text;
  return {
    title: text.sheetTitle,
    confidential: true,
    blocks: [
      rows.length === 0
        ? { kind: 'lines', lines: [`${name} ${what}`, text.empty] }
        : {
            kind: 'table',
            title: `${name} ${what}`,
            head: [columns.date, columns.kind, columns.about, columns.establishment, columns.how],
            widths: [3, 4, 5, 5, 8],
            rows: rows.map((row) => [
              shortDate(row.date),
              text.kinds[row.kind],
              [aboutWords(row), row.number].filter(Boolean).join(' '),
              row.establishmentName,
              howWords(row, after),
            ]),
          },
      ...(rows.length < limit ? [] : [{ kind: 'lines' as const, lines: [text.sheetLimit(limit)] }]),
    ],
  };
}
