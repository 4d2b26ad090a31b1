import type { Sheet } from '#app/domain/sheet.ts';
import { shortDate, shortInstant } from '#app/text/format.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { queueKindWords, queueText } from '#app/text/staff/queue.ts';
import { holdText } from '#app/text/staff/reviewDesk.ts';
import type { QueueAddress } from '../queue/address.ts';
import type { QueueTableRow } from '../queue/QueueTable.tsx';
import { addedWord, holdWord, plainReasons, rejudgedWord } from '../queue/reasonWords.ts';
import { titleOf } from '../queue/titleOf.ts';

const text = sheetsText.reviews;

const sinceWord = (since: string | null): string =>
  since === null ? '' : since.length === 10 ? shortDate(since) : shortInstant(since);

/** 審査の一覧: one page of the queue as it is filtered and sorted on the screen. */
export function reviewsSheet(
  { kind, due, holder, only, q }: QueueAddress,
  queue: { rows: readonly QueueTableRow[]; total: number; page: number; pages: number },
): Sheet {
  const { columns } = text;
  const filters = [
    ...(kind === null ? [] : [queueKindWords[kind]]),
    ...(due === null ? [] : [`${queueText.dueLabel}：${queueText.due[due]}`]),
    ...(holder === null ? [] : [`${queueText.holderLabel}：${queueText.holder[holder]}`]),
    ...(only === null ? [] : [`${holdText.label}：${queueText.only[only]}`]),
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
              columns.kind,
              columns.job,
              columns.establishment,
              columns.reason,
              columns.since,
            ],
            widths: [3, 3, 5, 5, 7, 4],
            rows: queue.rows.map((row) => [
              row.due === null ? queueText.noDue : shortDate(row.due),
              queueKindWords[row.kind],
              titleOf(row),
              row.establishmentName,
              [
                ...(row.hold === null ? [] : [holdWord(row.hold)]),
                ...plainReasons(row),
                ...row.added.map((check) => addedWord(row.kind, check)),
                ...row.rejudged.map(rejudgedWord),
                ...row.reasons.map(({ title }) => title),
              ].join('、'),
              sinceWord(row.since),
            ]),
          },
    ],
  };
}
