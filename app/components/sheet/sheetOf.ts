import type { Sheet, SheetRecords } from '#app/domain/sheet.ts';
import { acceptanceSheet } from './acceptance.ts';
import { applicationSheet } from './application.ts';
import { changeSheet } from './change.ts';
import { postingSheet } from './posting.ts';
import { releaseSheet } from './release.ts';
import { returnSheet } from './return.ts';
import { visitSheet } from './visit.ts';

/** The sheet that the records make. */
export function sheetOf(records: SheetRecords): Sheet {
  switch (records.kind) {
    case 'application':
      return applicationSheet(records);
    case 'posting':
      return postingSheet(records);
    case 'acceptance':
      return acceptanceSheet(records);
    case 'return':
      return returnSheet(records);
    case 'change':
      return changeSheet(records);
    case 'visit':
      return visitSheet(records);
    case 'release':
      return releaseSheet(records);
  }
}
