import type { Sheet, SheetRecords } from '#app/domain/sheet.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { cell, dayCell, officeBlock, toEmployer } from './cells.ts';

const { labels, acceptance: text } = sheetsText;

/** 求人受理票: the number, until when the posting is valid, and what comes after. */
export function acceptanceSheet(records: Extract<SheetRecords, { kind: 'acceptance' }>): Sheet {
  const { posting, establishment } = records;
  return {
    title: sheetsText.titles.acceptance,
    confidential: false,
    blocks: [
      toEmployer(records),
      { kind: 'lines', lines: [text.lead] },
      {
        kind: 'cells',
        title: text.summary,
        cells: [
          ...cell(labels.number, posting.number),
          { label: labels.job, value: posting.jobTitle ?? sheetsText.untitled },
          ...dayCell(labels.applied, posting.appliedOn),
          ...dayCell(labels.visited, posting.visitedOn),
          ...dayCell(labels.accepted, posting.acceptedOn),
          ...dayCell(labels.validUntil, posting.validUntil),
          { label: labels.establishment, value: establishment.name },
          ...cell(labels.establishmentNumber, establishment.number),
        ],
      },
      { kind: 'list', title: text.afterTitle, items: text.after },
      officeBlock(records),
    ],
  };
}
