import type { Sheet, SheetRecords } from '#app/domain/sheet.ts';
import { postingFields } from '#app/forms/posting.ts';
import { returnReasons } from '#app/forms/returnReasons.ts';
import { eraInstant } from '#app/text/format.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { cell, dayCell, officeBlock, toEmployer } from './cells.ts';

const { labels, return: text } = sheetsText;

/** 差戻し連絡票: the latest 差戻し with its reasons, the fields to correct, and the clerk's words. */
export function returnSheet(records: Extract<SheetRecords, { kind: 'return' }>): Sheet {
  const { posting, returned } = records;
  const reasonWord = (code: string) => returnReasons.find(({ value }) => value === code)?.label ?? code;
  const fields = returned.fields.map((name) => postingFields.get(name)?.label ?? name);
  return {
    title: sheetsText.titles.return,
    confidential: false,
    blocks: [
      toEmployer(records),
      { kind: 'lines', lines: [text.lead] },
      {
        kind: 'cells',
        title: text.about,
        cells: [
          { label: labels.job, value: posting.jobTitle ?? sheetsText.untitled },
          ...dayCell(labels.applied, posting.appliedOn),
          { label: text.returned, value: eraInstant(returned.returnedAt) },
          ...cell(text.answered, returned.answeredAt === null ? null : eraInstant(returned.answeredAt)),
          ...dayCell(labels.due, posting.visitedOn === null ? posting.dueDate : null),
        ],
      },
      { kind: 'list', title: text.reasons, items: returned.reasons.map(reasonWord) },
      ...(fields.length === 0 ? [] : [{ kind: 'list' as const, title: text.fields, items: fields }]),
      {
        kind: 'cells',
        title: text.message,
        cells: [{ label: records.office.name, value: returned.message }],
      },
      officeBlock(records),
    ],
  };
}
