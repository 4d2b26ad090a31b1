import type { Sheet, SheetRecords } from '#app/domain/sheet.ts';
import { fieldsOf } from '#app/forms/field.ts';
import { formatValue } from '#app/forms/format.ts';
import { visitForm } from '#app/forms/review.ts';
import { eraDate, eraInstant } from '#app/text/format.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { postingMarks } from '#app/text/status.ts';
import { cell, officeBlock, toEmployer } from './cells.ts';

const { labels, visit: text } = sheetsText;

const documentField = fieldsOf(visitForm).find(({ name }) => name === 'identity_document');

/** 来庁受付票: who came to be registered when, which kind of document was seen, and the postings of the sitting. */
export function visitSheet(records: Extract<SheetRecords, { kind: 'visit' }>): Sheet {
  const { establishment, visit, registeredBy, postings } = records;
  const document =
    documentField === undefined || visit.identityDocument === null
      ? null
      : formatValue(documentField, visit.identityDocument);
  return {
    title: sheetsText.titles.visit,
    confidential: true,
    blocks: [
      toEmployer(records),
      { kind: 'lines', lines: [text.lead] },
      {
        kind: 'cells',
        title: text.summary,
        cells: [
          { label: labels.visited, value: eraDate(visit.visitedOn) },
          { label: text.registered, value: eraInstant(visit.registeredAt) },
          ...cell(labels.establishmentNumber, establishment.number),
          { label: text.by, value: registeredBy },
          ...cell(text.document, document),
        ],
      },
      {
        kind: 'list',
        title: text.checklist,
        items: fieldsOf(visitForm)
          .filter(({ name }) => visit.checklist.includes(name))
          .map(({ label }) => label),
      },
      {
        kind: 'table',
        title: text.postings,
        head: [
          text.columns.job,
          text.columns.number,
          text.columns.applied,
          text.columns.due,
          text.columns.state,
        ],
        widths: [5, 4, 4, 4, 4],
        rows: postings.map(({ jobTitle, number, appliedOn, dueDate, state }) => [
          jobTitle ?? sheetsText.untitled,
          number ?? '',
          appliedOn === null ? '' : eraDate(appliedOn),
          dueDate === null ? '' : eraDate(dueDate),
          postingMarks[state].word,
        ]),
      },
      officeBlock(records),
    ],
  };
}
