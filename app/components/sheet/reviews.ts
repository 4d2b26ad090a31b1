import type { Sheet } from '#app/domain/sheet.ts';
import { shortDate, shortInstant } from '#app/text/format.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { queueText } from '#app/text/staff/review.ts';
import { postingMarks } from '#app/text/status.ts';
import type { QueueRow } from '../review/QueueTable.tsx';
import type { queueAsked } from '../review/queueAsked.ts';

const text = sheetsText.reviews;

/** 審査の一覧: one page of the queue as it is filtered and sorted on the screen. */
export function reviewsSheet(
  { state, due, q }: Pick<ReturnType<typeof queueAsked>, 'state' | 'due' | 'q'>,
  queue: { rows: readonly QueueRow[]; total: number; page: number; pages: number },
): Sheet {
  const { columns } = text;
  const filters = [
    ...(state === null ? [] : [queueText.tabs[state]]),
    ...(due === null ? [] : [`${queueText.dueLabel}：${queueText.due[due]}`]),
    ...(q === '' ? [] : [`${queueText.searchLabel}：${q}`]),
  ];
  return {
    title: text.title,
    confidential: true,
    blocks: [
      {
        kind: 'cells',
        title: text.about,
        cells: [
          { label: text.filter, value: filters.length === 0 ? text.all : filters.join('、') },
          { label: text.count, value: text.total(queue.total) },
          ...(queue.pages === 1
            ? []
            : [{ label: text.part, value: text.page(queue.page, queue.pages, queue.rows.length) }]),
        ],
      },
      queue.rows.length === 0
        ? { kind: 'lines', lines: [filters.length === 0 ? queueText.empty : queueText.emptyFiltered] }
        : {
            kind: 'table',
            title: queueText.caption,
            head: [
              columns.due,
              columns.state,
              columns.job,
              columns.establishment,
              columns.reason,
              columns.since,
            ],
            widths: [3, 4, 5, 5, 6, 4],
            rows: queue.rows.map((row) => [
              row.dueDate === null ? queueText.noDue : shortDate(row.dueDate),
              postingMarks[row.state].word,
              row.jobTitle ?? queueText.untitled,
              row.establishmentName,
              row.reasons.map(({ title }) => title).join('、'),
              row.waitingSince === null ? '' : shortInstant(row.waitingSince),
            ]),
          },
    ],
  };
}
