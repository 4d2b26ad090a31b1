import { addDays, type CalendarDate, lastDayOfPeriod, type Period } from './calendar.ts';
import type { Instant } from './clock.ts';

/**
 * What becomes of a table or a text column when its time has come: gone with the account, with the establishment or
 * with the job seeker; gone by its own age; emptied when the establishment goes, while the row stays with somebody
 * else; or kept, for a reason that is written beside it.
 */
export const erasureClasses = ['account', 'establishment', 'seeker', 'age', 'anonymised', 'kept'] as const;
export type ErasureClass = (typeof erasureClasses)[number];

/** Whose MyPage is erased: that of an establishment, or an account that never came to one. */
export type ErasureSubject = { type: 'establishment' | 'account'; id: string };

/** Rows by table, for tables with any. */
export type RowCounts = Readonly<Record<string, number>>;

/** What the night has found due, to be erased once the office lets it. */
export type ErasureMark = {
  id: string;
  subject: ErasureSubject;
  officeId: string | null;
  /** Rules that say so. */
  rules: readonly string[];
  /** 退会 or 求人無効日: the day counted from. */
  baseDate: CalendarDate;
  /** The first day on which it is erased. */
  dueOn: CalendarDate;
  counts: RowCounts;
  /** Image files. */
  pictures: number;
  foundOn: CalendarDate;
};

/** 消去の保留: nothing of the establishment is erased through its last day. */
export type LegalHold = {
  establishmentId: string;
  officeId: string;
  reason: string;
  until: CalendarDate;
  placedBy: string;
  placedAt: Instant;
};

export const isHeld = (hold: Pick<LegalHold, 'until'> | undefined, today: CalendarDate): boolean =>
  hold !== undefined && today <= hold.until;

/** Whether an office erases by itself what is due, and who said so last. */
export type RetentionSetting = {
  officeId: string;
  automatic: boolean;
  changedBy: string;
  changedAt: Instant;
  version: number;
};

/** 消去証明書: that and how much was erased under which rule; it names nobody. */
export type ErasureCertificate = {
  id: string;
  /** Counted up over the installation, without a gap. */
  number: number;
  /** Keyed hashes: they answer whether somebody was erased only for who knows whom to ask about and holds the key. */
  subjectHash: string;
  numberHash: string | null;
  officeId: string | null;
  ruleSet: string;
  ruleVersion: string;
  ruleHash: string;
  rules: readonly string[];
  baseDate: CalendarDate;
  erasedAt: Instant;
  counts: RowCounts;
  /** SHA-256 of the sorted keys of all these rows. */
  rowsHash: string;
  pictures: number;
  /** Mails that tell the former holders. */
  notices: number;
  /** The supervisor who let the office erase by itself. */
  allowedBy: string;
  /** Its own row of the audit log, and the hash of the row before it. */
  auditSeq: number;
  auditHash: string;
};

/** One line of the ledger that is kept apart from the database, so that a restored backup can be erased again. */
export type LedgerLine = { subject: ErasureSubject; certificate: ErasureCertificate };

/** The head of the audit chain at a moment, signed: what is cut off later is missed by it. */
export type AuditAnchor = { seq: number; hash: string; at: Instant; signature: string };

export const totalRows = (counts: RowCounts): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

/** The first day after a period that follows an event: what is kept for the period is erased from then on. */
export const dayAfterPeriod = (event: CalendarDate, period: Period): CalendarDate =>
  addDays(lastDayOfPeriod(event, period), 1);
