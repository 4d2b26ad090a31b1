import type { Sheet, SheetRecords } from '#app/domain/sheet.ts';
import { count, eraDate } from '#app/text/format.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { restrictionsText } from '#app/text/staff/restrictions.ts';
import { cell, officeBlock } from './cells.ts';

const { labels, release: text } = sheetsText;

/** 利用制限解除記録票: what was restricted and why, who lifted it, with whom it was spoken, and what was promised. */
export function releaseSheet(records: Extract<SheetRecords, { kind: 'release' }>): Sheet {
  const { establishment, restriction, releasedBy, verdict, overdue } = records;
  const { on, reason, promisedOn, spokenTo, channel } = restriction.released;
  return {
    title: sheetsText.titles.release,
    confidential: true,
    blocks: [
      {
        kind: 'cells',
        title: text.restriction,
        cells: [
          { label: labels.establishment, value: establishment.name },
          ...cell(labels.establishmentNumber, establishment.number),
          { label: text.begun, value: eraDate(restriction.begunOn) },
          {
            label: text.why,
            value: verdict?.reasons.map(({ message }) => message).join('') ?? text.noVerdict,
          },
        ],
      },
      {
        kind: 'cells',
        title: text.release,
        cells: [
          { label: text.on, value: eraDate(on) },
          { label: text.by, value: releasedBy },
          ...cell(text.spokenTo, spokenTo),
          ...cell(text.channel, channel === null ? null : restrictionsText.channels[channel]),
          ...cell(text.overdue, overdue === null ? null : count(overdue)),
          { label: text.promised, value: promisedOn === null ? text.noPromise : eraDate(promisedOn) },
          { label: text.reason, value: reason },
        ],
      },
      {
        kind: 'list',
        title: text.afterTitle,
        items: [
          promisedOn === null ? text.afterUnpromised : text.afterPromised(eraDate(promisedOn)),
          text.results,
        ],
      },
      officeBlock(records),
    ],
  };
}
