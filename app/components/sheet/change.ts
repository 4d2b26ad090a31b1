import type { Sheet, SheetBlock, SheetRecords } from '#app/domain/sheet.ts';
import { changeKindWords } from '#app/text/changes.ts';
import { eraInstant } from '#app/text/format.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { changeMarks } from '#app/text/status.ts';
import { comparedSteps } from '../change/differences.ts';
import { cell, dayCell, officeBlock } from './cells.ts';

const { labels, change: text } = sheetsText;

/** 変更・募集停止・延長の申込控え: what was asked, before and after, and where it stands. */
export function changeSheet(records: Extract<SheetRecords, { kind: 'change' }>): Sheet {
  const { posting, establishment, request } = records;
  return {
    title: sheetsText.titles.change,
    confidential: true,
    blocks: [
      {
        kind: 'cells',
        title: text.summary,
        cells: [
          { label: text.kind, value: changeKindWords[request.kind] },
          { label: labels.state, value: changeMarks[request.state].word },
          { label: text.asked, value: eraInstant(request.waitingSince ?? request.createdAt) },
          { label: labels.establishment, value: establishment.name },
          { label: labels.job, value: posting.jobTitle ?? sheetsText.untitled },
          ...cell(labels.number, posting.number),
          ...dayCell(labels.validUntil, posting.validUntil),
          ...dayCell(text.stopOn, request.stopOn),
          ...cell(text.stopReason, request.stopReason),
          ...cell(text.decided, request.decidedAt === null ? null : eraInstant(request.decidedAt)),
          ...cell(text.answer, request.answer),
        ],
      },
      ...(request.kind === 'content' ? [differencesBlock(request)] : []),
      officeBlock(records),
    ],
  };
}

function differencesBlock({
  before,
  after,
}: Extract<SheetRecords, { kind: 'change' }>['request']): SheetBlock {
  const side = (value: string) => (value === '' ? text.blank : value);
  return {
    kind: 'table',
    title: text.differences,
    head: [text.item, text.before, text.after],
    widths: [2, 4, 4],
    rows: comparedSteps(before, after, false).flatMap(({ rows }) =>
      rows.map((row) => [row.label, side(row.before), side(row.after)]),
    ),
  };
}
