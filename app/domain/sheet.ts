import type { CalendarDate } from './calendar.ts';
import type { ChangeRequest } from './changeRequest.ts';
import type { Instant } from './clock.ts';
import type { Establishment } from './establishment.ts';
import type { Posting, PostingReturn } from './posting.ts';
import type { Release, Restriction } from './restriction.ts';
import type { Verdict } from './verdict.ts';
import type { Visit } from './visit.ts';

/**
 * 帳票 as data. What stands on a sheet is said once; components/sheet shows it as a page, app/sheetPdf.server.ts draws
 * it as PDF, so that the two cannot differ.
 */

/** 項目 and 内容. */
export type SheetCell = { label: string; value: string };

export type SheetBlock =
  /** Sentences; `large` is what must not be misread: whom the sheet is for, an address. */
  | { kind: 'lines'; lines: readonly string[]; look?: 'large' }
  | { kind: 'cells'; title: string; cells: readonly SheetCell[] }
  /** `widths` are the shares of the columns. */
  | {
      kind: 'table';
      title: string;
      head: readonly string[];
      widths: readonly number[];
      rows: readonly (readonly string[])[];
    }
  | { kind: 'list'; title: string; items: readonly string[] };

export type Sheet = {
  /** 帳票名 */
  title: string;
  /** Personal data is on it: 「取扱注意」. */
  confidential: boolean;
  blocks: readonly SheetBlock[];
};

/** A sheet as it is given out. `issuer` is 発行者: the office and the person at the counter, or the MyPage. */
export type IssuedSheet = { sheet: Sheet; issuedAt: Instant; issuer: string };

/** A cell of more than this many characters takes the whole width. */
const LONGEST_VALUE = 20;
const LONGEST_LABEL = 12;

const isWide = ({ label, value }: SheetCell): boolean =>
  label.length > LONGEST_LABEL || value.length > LONGEST_VALUE || value.includes('\n');

/** The rows of a block of cells: two short ones beside each other, a long one alone. */
export function cellRows(cells: readonly SheetCell[]): readonly (readonly SheetCell[])[] {
  const rows: SheetCell[][] = [];
  let open: SheetCell[] | null = null;
  for (const cell of cells) {
    if (open !== null && !isWide(cell)) {
      open.push(cell);
      open = null;
    } else {
      const row = [cell];
      rows.push(row);
      open = isWide(cell) ? null : row;
    }
  }
  return rows;
}

/** Sheets about one record. */
export const sheetKinds = [
  'application',
  'posting',
  'acceptance',
  'return',
  'change',
  'visit',
  'release',
] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** Those that an employer prints, too. */
export const employerSheetKinds = [
  'application',
  'posting',
  'acceptance',
  'return',
  'change',
] as const satisfies readonly SheetKind[];
export type EmployerSheetKind = (typeof employerSheetKinds)[number];

/** Whom a sheet names. */
export type SheetAbout = {
  establishment: Establishment;
  office: { name: string; phone: string; postal: string; address: string };
};

/** What the records say for one sheet. */
export type SheetRecords = SheetAbout &
  (
    | {
        /** 求人申込控え */
        kind: 'application';
        posting: Posting;
        /** When it was sent last, and the 受付番号 of that act. */
        received: { at: Instant; number: string };
        visit: Verdict | null;
      }
    /** 求人票 */
    | { kind: 'posting'; posting: Posting }
    /** 求人受理票 */
    | { kind: 'acceptance'; posting: Posting }
    /** 差戻し連絡票 */
    | { kind: 'return'; posting: Posting; returned: PostingReturn }
    /** 変更・募集停止・延長の申込控え */
    | { kind: 'change'; posting: Posting; request: ChangeRequest }
    /** 来庁受付票 */
    | {
        kind: 'visit';
        visit: Visit;
        registeredBy: string;
        postings: readonly (Pick<Posting, 'id' | 'jobTitle' | 'number' | 'state' | 'appliedOn'> & {
          dueDate: CalendarDate | null;
        })[];
      }
    /** 解除記録票 */
    | {
        kind: 'release';
        restriction: Restriction & { released: Release };
        releasedBy: string;
        /** Why it was restricted, as it was judged that night. */
        verdict: Verdict | null;
        /** Overdue results at the release. */
        overdue: number | null;
      }
  );
