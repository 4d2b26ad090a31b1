import type { Sheet, SheetBlock, SheetRecords } from '#app/domain/sheet.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { postingSteps } from '#app/forms/posting.ts';
import { eraInstant } from '#app/text/format.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { postingMarks } from '#app/text/status.ts';
import { cell, cellsBlock, dayCell, filledCells, officeBlock } from './cells.ts';

const { labels, application: text } = sheetsText;

/** 求人申込控え: what was applied for, the 受付番号 and the dates, whether to come, by when, why and with what. */
export function applicationSheet(records: Extract<SheetRecords, { kind: 'application' }>): Sheet {
  const { posting, establishment, received, visit } = records;
  const due = posting.visitedOn === null ? posting.dueDate : null;
  const visitWords =
    posting.visitedOn !== null ? text.visitMade : due === null ? text.visitNotNeeded : text.visitNeeded;
  return {
    title: sheetsText.titles.application,
    confidential: true,
    blocks: [
      { kind: 'lines', lines: [text.lead] },
      {
        kind: 'cells',
        title: text.summary,
        cells: [
          { label: labels.received, value: eraInstant(received.at) },
          { label: labels.receiptNumber, value: received.number },
          { label: labels.establishment, value: establishment.name },
          { label: labels.job, value: posting.jobTitle ?? sheetsText.untitled },
          ...dayCell(labels.applied, posting.appliedOn),
          { label: labels.state, value: postingMarks[posting.state].word },
          ...cell(labels.number, posting.number),
          { label: labels.visit, value: visitWords },
          ...dayCell(labels.due, due),
          ...dayCell(labels.visited, posting.visitedOn),
        ],
      },
      ...(due === null ? [] : beforeComing(visit)),
      officeBlock(records),
      ...postingSteps.flatMap(({ id, title, fields }) =>
        cellsBlock(text.step(id, title), filledCells(fields, posting.content)),
      ),
    ],
  };
}

/** Why somebody has to come, and with what. */
function beforeComing(visit: Verdict | null): SheetBlock[] {
  const reasons = (visit?.reasons ?? []).map(({ message }) => message);
  const { bringTitle, bring } = postingText.receipt;
  return [
    ...(reasons.length === 0 ? [] : [{ kind: 'list' as const, title: text.why, items: reasons }]),
    { kind: 'list', title: bringTitle, items: bring },
  ];
}
